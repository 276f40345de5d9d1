/** Forgets whom a sending went to. That it was started, by whom and to how many, stays in the audit log. */
import { inTransaction } from "@/lib/database/transaction";
import { before, now } from "@/lib/kernel/clock";
import { days } from "@/lib/kernel/duration";
import { deleteEmptySendings, deleteRecipients } from "./retention-queries";

/** Long enough to answer "did they ever get it?"; the audit log tells of each activation letter for good. */
export const sendingsKeptFor = days(90);

/**
 * Deletes up to `limit` recipients of sendings that were finished longer ago, with sendings of which none is left; returns
 * how many.
 */
export function forgetSendings(limit: number): Promise<number> {
  const moment = before(now(), sendingsKeptFor);
  return inTransaction(async (trx) => {
    const deleted = await deleteRecipients(trx, moment, limit);
    if (deleted > 0) await deleteEmptySendings(trx, moment);
    return deleted;
  });
}
