/** Goes on at once with sendings that a killed process left, instead of when the queue notices, which takes minutes. */
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { enqueue, isDue } from "@/lib/mail/queue";
import { listUnfinishedSendings } from "./sending-queries";

/**
 * Enqueues every sending that is unfinished and waits neither for its mail server nor in the queue: there each takes turns
 * with all others, as often as it is in it. Called when a worker starts. One that another worker is at only gets a second
 * pair of hands: rows are taken once, whoever takes them.
 */
export function resumeSendings(): Promise<void> {
  return inTransaction(async (trx) => {
    const at = now();
    for (const jobId of await listUnfinishedSendings(trx, at)) {
      if (!(await isDue(trx, "resend-confirmations", { jobId }, at)))
        await enqueue(trx, "resend-confirmations", { jobId });
    }
  });
}
