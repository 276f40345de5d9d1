/** `npm run worker`: does what waits in the queue, next to the servers or instead of them, until it is told to stop. */
import { once } from "node:events";
import { jobHandlers } from "@/lib/jobs/handlers";
import { startSweeping, stopSweeping } from "@/lib/jobs/sweep";
import { logInfo } from "@/lib/kernel/log";
import { prepareQueue, stopQueue } from "@/lib/mail/queue";
import { closeTransport } from "@/lib/mail/transport";
import { startWorker, stopWorker } from "@/lib/mail/worker";
import { resumeSendings } from "@/lib/organisations/resume-sendings";
import { command } from "./command";

await command(async () => {
  await prepareQueue();
  await startWorker(jobHandlers);
  await resumeSendings();
  startSweeping();
  logInfo("worker.started");
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  logInfo("worker.stopping");
  await stopSweeping();
  await stopWorker();
  await stopQueue();
  closeTransport();
});
