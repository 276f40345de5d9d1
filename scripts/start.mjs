/**
 * `npm start`: the product in production. Everything that keeps it from serving people is said before it starts:
 * variables, the build, the database and its migrations.
 */
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isNewEnough, notInstalled, root } from "./install.mjs";
import { freePort } from "./port.mjs";
import { run } from "./run.mjs";
import { takesNothing } from "./takes-nothing.mjs";

takesNothing(`npm start
The product in production; what it needs is given in variables, as in .env.example.`);

// Under an older Node the TypeScript files below could not be read: this same script goes on under the project's own.
if (!isNewEnough(process.versions.node)) process.exit(await run("scripts/start.mjs"));

if (!existsSync(join(root, "node_modules", "zod"))) stop(notInstalled);
await import("./environment-files.mjs");
Object.assign(process.env, { NODE_ENV: "production", TWOSTEP_MODE: "production" });
const { postgresUrl, origin } = await checkedEnvironment();
if (!existsSync(join(root, ".next", "BUILD_ID"))) stop("The product is not built yet: npm run build");
const { missingMigrations } = await import("./missing-migrations.mjs");
const missing = await missingMigrations(postgresUrl).catch((error) =>
  stop(`Postgres at ${new URL(postgresUrl).host} cannot be used: ${error.message || error.code}`),
);
if (missing.length > 0) stop(`The database lacks ${missing.join(", ")}: npm run migrate`);

if (origin.startsWith("https:") && !process.env.TRUSTED_PROXIES) {
  console.warn(
    "TRUSTED_PROXIES is not given. Twostep speaks no TLS itself: if what does so in front of it adds to X-Forwarded-For,\n" +
      "set it to 1. Otherwise all visitors count as one address, and anybody can use up its attempts for everybody.",
  );
}

const address = listeningOn(process.env.HOSTNAME);
const port = await freePort(address);
process.exit(
  await run("scripts/server.mjs", ["--port", String(port), ...(address ? ["--hostname", address] : [])]),
);

async function checkedEnvironment() {
  const { readEnvironment } = await import("../lib/kernel/env.ts");
  try {
    return readEnvironment(process.env);
  } catch (error) {
    return stop(error.message);
  }
}

/** Containers set HOSTNAME to the machine's name, which nobody meant as a wish to listen on one address only. */
function listeningOn(wish) {
  return wish && wish !== hostname() ? wish : undefined;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
