/** `npm run worker`: starts worker.ts, which ends with npm: npm's shell dies of a signal without passing it on. */
import { isNewEnough } from "./install.mjs";
import { run } from "./run.mjs";

const given = process.argv.slice(2);
// As in start.mjs: an older Node does not read .env files.
if (!isNewEnough(process.versions.node)) process.exit(await run("scripts/start-worker.mjs", given));

// Before the worker's Node begins, which reads NODE_EXTRA_CA_CERTS then and never again.
await import("./environment-files.mjs");
process.exit(await run("--import", ["tsx", "scripts/worker.ts", ...given]));
