/**
 * `npm run worker`: does what waits in the queue until it is told to stop, beside the servers or, where WORKER is off,
 * instead of them.
 */
import { requireReadCommitted } from "@/lib/database/isolation";
import { keepWorking, stopWorking } from "@/lib/jobs/keep-working";
import { logInfo } from "@/lib/kernel/log";
import { command, optionsGiven } from "./command";

const usage = `npm run worker
Does what waits in the queue of POSTGRES_URL until it is told to stop.`;

// Each time: npm, a supervisor and a terminal may all say it, and the second word must not cut what the first one ended.
const toldToStop = new Promise<void>((told) => {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => told());
});

await command(async () => {
  optionsGiven({}, usage);
  try {
    await requireReadCommitted();
    await keepWorking();
    logInfo("worker.started");
    await toldToStop;
    logInfo("worker.stopping");
  } finally {
    // Also when it could not begin: the queue that it has opened by then would keep the process alive.
    await stopWorking();
  }
});
