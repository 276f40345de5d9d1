/**
 * `npm run worker`: does what waits in the queue until it is told to stop, beside the servers or, where WORKER is off,
 * instead of them.
 */
import { once } from "node:events";
import { keepWorking, stopWorking } from "@/lib/jobs/keep-working";
import { logInfo } from "@/lib/kernel/log";
import { command } from "./command";

await command(async () => {
  await keepWorking();
  logInfo("worker.started");
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  logInfo("worker.stopping");
  await stopWorking();
});
