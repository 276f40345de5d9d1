/** Asks the owner of a changed address to confirm the new one. Asked for in the change's transaction, sent by the queue. */
import type { Transaction } from "@/lib/database/transaction";
import { enqueue } from "@/lib/mail/queue";
import { mailActivation } from "./mail-activation";

/** Asks for the letter in the change that `trx` makes. */
export async function requestAddressConfirmation(trx: Transaction, userId: string): Promise<void> {
  await enqueue(trx, "send-address-confirmation", { userId });
}

/** Mails it to the new address by {@link mailActivation}: the queue's handler. */
export function sendAddressConfirmation({ userId }: { userId: string }, isLastTry = false): Promise<void> {
  return mailActivation(userId, (props) => ({ name: "email-changed-new", props }), isLastTry);
}
