/** `npm run demo`: the whole product on this computer alone, with an embedded database and its own mailbox. */
import { build, isBuilt } from "./build.mjs";
import { installMissing } from "./install.mjs";
import { freePort } from "./port.mjs";
import { run } from "./run.mjs";

/** A demo must not touch a real database or send real mail, so whatever the shell or an .env file says is blanked. */
const ignored = ["POSTGRES_URL", "SMTP_URL", "MAIL_FROM", "AUTH_URL", "AUTH_SECRET", "ENCRYPTION_KEYS"];

const port = await freePort();
installMissing();

if (isBuilt()) {
  console.log("The product is built already and nothing has changed since.");
} else {
  console.log("Building the product (up to a minute) …");
  const code = await build();
  if (code !== 0) process.exit(code);
}

const given = ignored.filter((name) => process.env[name]);
if (given.length > 0) console.log(`The demo ignores ${given.join(", ")}: it keeps everything in .data.`);
console.log(`Starting Twostep at http://localhost:${port} (end it with Ctrl+C) …`);

const code = await run("scripts/server.mjs", ["--hostname", "localhost", "--port", String(port)], {
  ...Object.fromEntries(ignored.map((name) => [name, ""])),
  NODE_ENV: "production",
  TWOSTEP_MODE: "demo",
  PORT: String(port),
});
process.exit(code);
