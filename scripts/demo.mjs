/** `npm run demo`: the whole product on this computer alone, with an embedded database and its own mailbox. */
import { blankVariables } from "./blank-variables.mjs";
import { build, isBuilt } from "./build.mjs";
import { installMissing } from "./install.mjs";
import { freePort } from "./port.mjs";
import { run } from "./run.mjs";
import { takesNothing } from "./takes-nothing.mjs";

takesNothing(`npm run demo
The whole product on this computer alone, at http://localhost:3000; PORT chooses another port.`);

const port = await freePort();
installMissing();

if (isBuilt()) {
  console.log("The product is built already and nothing has changed since.");
} else {
  console.log("Building the product (up to a minute) …");
  const code = await build();
  if (code !== 0) process.exit(code);
}

const given = Object.keys(blankVariables).filter((name) => process.env[name]);
if (given.length > 0) console.log(`The demo ignores ${given.join(", ")}: it keeps everything in .data.`);
console.log(`Starting Twostep at http://localhost:${port} (end it with Ctrl+C) …`);

const code = await run("scripts/server.mjs", ["--hostname", "localhost", "--port", String(port)], {
  ...blankVariables,
  NODE_ENV: "production",
  TWOSTEP_MODE: "demo",
  PORT: String(port),
});
process.exit(code);
