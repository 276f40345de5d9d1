/** Has the activation e-mail sent by somebody who adds or changes a user, and writes down who asked for it. */
import { requestActivation } from "@/lib/accounts/send-activation";
import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/database/transaction";
import { type Actor, actedBy } from "@/lib/sessions/actor";

/** Asks for it in the change that `trx` makes; `invitedBy` names who adds the user in it. */
export async function askForActivation(
  trx: Transaction,
  by: Actor,
  userId: string,
  invitedBy: string | null,
): Promise<void> {
  await recordEvent(trx, {
    event: "activation.requested",
    result: "success",
    ...actedBy(by),
    targetId: userId,
  });
  await requestActivation(trx, userId, invitedBy);
}
