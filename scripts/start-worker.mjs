/** `npm run worker`: starts worker.ts, which ends with npm: npm's shell dies of a signal without passing it on. */
import { run } from "./run.mjs";

process.exit(await run("--import", ["tsx", "scripts/worker.ts", ...process.argv.slice(2)]));
