/**
 * `npm run worker`: does what waits in the queue until it is told to stop, beside the servers or, where WORKER is off,
 * instead of them.
 */
import { requireDefaults } from "@/lib/database/defaults";
import { keepWorking, stopWorking } from "@/lib/jobs/keep-working";
import { logInfo } from "@/lib/kernel/log";
import { command, optionsGiven } from "./command";
import "./outlive-log.mjs";
import { whenToldToStop } from "./told-to-stop.mjs";

const usage = `npm run worker
Does what waits in the queue of POSTGRES_URL until it is told to stop.`;

const toldToStop = new Promise<void>((told) => whenToldToStop(told));

await command(async () => {
  optionsGiven({}, usage);
  try {
    await requireDefaults();
    await keepWorking();
    logInfo("worker.started");
    await toldToStop;
    logInfo("worker.stopping");
  } finally {
    // Also when it could not begin: the queue that it has opened by then would keep the process alive.
    await stopWorking();
  }
});
