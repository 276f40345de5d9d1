/** `npm run dev`: the demo with hot reload. POSTGRES_URL and SMTP_URL are used when they are given. */
import { installMissing, isNewEnough } from "./install.mjs";
import { freePort } from "./port.mjs";
import { readEnvironmentFiles } from "./read-environment-files.mjs";
import { run } from "./run.mjs";
import { takesNothing } from "./takes-nothing.mjs";

takesNothing(`npm run dev
The demo with hot reload, at http://localhost:3000; PORT chooses another port.`);

installMissing();
// As in start.mjs: an older Node does not read .env files.
if (!isNewEnough(process.versions.node)) process.exit(await run("scripts/dev.mjs"));

readEnvironmentFiles("development");
const port = await freePort();
console.log(`Starting Twostep at http://localhost:${port} (end it with Ctrl+C) …`);

const code = await run("scripts/server.mjs", ["--dev", "--hostname", "localhost", "--port", String(port)], {
  NODE_ENV: "development",
  PORT: String(port),
});
process.exit(code);
