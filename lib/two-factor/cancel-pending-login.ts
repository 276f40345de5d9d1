/** "Cancel and log in as someone else": the pending login ends, and its codes with it. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import type { Visitor } from "@/lib/kernel/visitor";
import { onOneself } from "@/lib/sessions/actor";
import { cancelUnredeemed } from "./pending-login-queries";

/** Ends the pending login behind `token`; one that was redeemed or never existed stays as it is. */
export function cancelPendingLogin(token: string, visitor: Visitor): Promise<void> {
  return inTransaction(async (trx) => {
    const cancelled = await cancelUnredeemed(trx, token, now());
    if (!cancelled) return;
    await recordEvent(trx, {
      event: "login.cancelled",
      result: "success",
      ...onOneself({ ...cancelled, visitor }),
    });
  });
}
