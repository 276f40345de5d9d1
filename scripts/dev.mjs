/** `npm run dev`: the demo with hot reload. POSTGRES_URL and SMTP_URL are used when they are given. */
import { installMissing } from "./install.mjs";
import { freePort } from "./port.mjs";
import { run } from "./run.mjs";

const port = await freePort();
installMissing();
console.log(`Starting Twostep at http://localhost:${port} (end it with Ctrl+C) …`);

const code = await run("scripts/server.mjs", ["--dev", "--hostname", "localhost", "--port", String(port)], {
  NODE_ENV: "development",
  PORT: String(port),
});
process.exit(code);
