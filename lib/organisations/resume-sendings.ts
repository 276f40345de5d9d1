/** Goes on at once with sendings that a killed process left, instead of when the queue notices, which takes minutes. */
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { enqueue } from "@/lib/mail/queue";
import { listUnfinishedJobs } from "./resend-sending-queries";

/**
 * Enqueues every sending that is unfinished and does not wait for its mail server. Called when a worker starts. One that
 * another worker is at only gets a second pair of hands: rows are taken once, whoever takes them.
 */
export function resumeSendings(): Promise<void> {
  return inTransaction(async (trx) => {
    for (const jobId of await listUnfinishedJobs(trx, now())) {
      await enqueue(trx, "resend-confirmations", { jobId });
    }
  });
}
