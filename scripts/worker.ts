/**
 * `npm run worker`: does what waits in the queue until it is told to stop, beside the servers or, where WORKER is off,
 * instead of them.
 */
import { keepWorking, stopWorking } from "@/lib/jobs/keep-working";
import { logInfo } from "@/lib/kernel/log";
import { command } from "./command";

// Each time: npm, a supervisor and a terminal may all say it, and the second word must not cut what the first one ended.
const toldToStop = new Promise<void>((told) => {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => told());
});

await command(async () => {
  await keepWorking();
  logInfo("worker.started");
  await toldToStop;
  logInfo("worker.stopping");
  await stopWorking();
});
