/** Goes on at once with sendings that a killed process left, instead of when the queue notices, which takes minutes. */
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { enqueue } from "@/lib/mail/queue";
import { listUnfinishedSendings } from "./sending-queries";

/**
 * Enqueues every sending that is unfinished and does not wait for its mail server. Called when a worker starts. One that
 * another worker is at only gets a second pair of hands: rows are taken once, whoever takes them.
 */
export function resumeSendings(): Promise<void> {
  return inTransaction(async (trx) => {
    for (const sendingId of await listUnfinishedSendings(trx, now())) {
      await enqueue(trx, "resend-confirmations", { jobId: sendingId });
    }
  });
}
