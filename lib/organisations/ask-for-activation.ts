/** Has the activation e-mail sent by somebody who adds or changes a user, and writes down who asked for it. */
import { limitsOfLinksTo } from "@/lib/accounts/door-limits";
import { normalAddress } from "@/lib/accounts/email-address";
import { requestActivation } from "@/lib/accounts/send-activation";
import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/database/transaction";
import type { Result } from "@/lib/kernel/result";
import { type Actor, actedBy } from "@/lib/sessions/actor";
import { spendLimits, type TooMany } from "@/lib/throttle/spend-limits";

/**
 * Counts an activation e-mail to somebody at `email` who is there already, with those that they ask for themselves: their
 * mailbox is flooded by nobody. Refuses with the moment from which another one may go out.
 */
export function countActivation(trx: Transaction, email: string): Promise<Result<undefined, TooMany>> {
  return spendLimits(limitsOfLinksTo("activation", normalAddress(email)), trx);
}

/** Asks for it in the change that `trx` makes. */
export async function askForActivation(trx: Transaction, by: Actor, userId: string): Promise<void> {
  await recordEvent(trx, {
    event: "activation.requested",
    result: "success",
    ...actedBy(by),
    targetId: userId,
  });
  await requestActivation(trx, userId);
}
