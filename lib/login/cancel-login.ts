/** "Cancel and log in as someone else": the pending login ends, and its codes with it. */

import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import type { Visitor } from "@/lib/kernel/visitor";
import { endPendingLogin } from "@/lib/two-factor/end-pending-login";

/** Ends the pending login behind `token`; one that was redeemed or never existed stays as it is. */
export function cancelLogin(token: string, visitor: Visitor): Promise<void> {
  return inTransaction(async (trx) => {
    const ended = await endPendingLogin(trx, token);
    if (!ended) return;
    await recordEvent(trx, {
      event: "login.cancelled",
      result: "success",
      organisationId: ended.organisationId,
      actorId: ended.userId,
      targetId: ended.userId,
      visitor,
    });
  });
}
