/** Goes on with sendings that a killed process, or the queue, has left. */
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { dueTimes, enqueue } from "@/lib/mail/queue";
import { listUnfinishedSendings } from "./sending-queries";

/**
 * Enqueues every sending that is unfinished and waits neither for its mail server nor in the queue: there each takes turns
 * with all others, as often as it is in it. Called when a worker starts, so that what a killed one was at goes on at once,
 * instead of when the queue notices, which takes minutes. One that another worker is at only gets a second pair of hands:
 * rows are taken once, whoever takes them.
 */
export function resumeSendings(): Promise<void> {
  return resume((times, at) => times.some((due) => due <= at));
}

/**
 * The same of those that the queue knows nothing of any more: it gives a job up, and forgets one that nobody did for two
 * weeks. For whoever comes each minute, and would else give a sending that waits for a while one more hand each time.
 */
export function resumeLostSendings(): Promise<void> {
  return resume((times) => times.length > 0);
}

function resume(goesOnByItself: (times: Date[], at: Date) => boolean): Promise<void> {
  return inTransaction(async (trx) => {
    const at = now();
    for (const jobId of await listUnfinishedSendings(trx, at)) {
      if (!goesOnByItself(await dueTimes(trx, "resend-confirmations", { jobId }), at))
        await enqueue(trx, "resend-confirmations", { jobId });
    }
  });
}
