/** What a process does beside answering: the jobs of the queue, sendings that were broken off, and a sweep each minute. */
import { prepareQueue, stopQueue } from "@/lib/mail/queue";
import { closeTransport } from "@/lib/mail/transport";
import { startWorker, stopWorker } from "@/lib/mail/worker";
import { resumeSendings } from "@/lib/organisations/resume-sendings";
import { closeRedis } from "@/lib/throttle/redis-connection";
import { jobHandlers } from "./handlers";
import { startSweeping, stopSweeping } from "./sweep";

/** Begins with it, until {@link stopWorking}. */
export async function keepWorking(): Promise<void> {
  await prepareQueue();
  await startWorker(jobHandlers);
  await resumeSendings();
  startSweeping();
}

/**
 * Finishes what is being done and begins nothing more: a letter that was handed to the mail server but not written down
 * as sent would go out a second time. Lets go of everything outside once the requests are `answered`, too, which may
 * still put something into the queue. Must happen before the database is closed.
 */
export async function stopWorking(answered: Promise<unknown> = Promise.resolve()): Promise<void> {
  await Promise.all([stopSweeping(), stopWorker(), answered]);
  await stopQueue();
  closeTransport();
  closeRedis();
}
