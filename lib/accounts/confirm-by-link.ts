/** Confirms an address whose mailbox is proven by a link that was mailed to it, whichever, and writes that down. */
import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/database/transaction";
import type { Visitor } from "@/lib/kernel/visitor";
import { onOneself } from "@/lib/sessions/actor";
import type { EmailToken } from "./email-token-queries";
import { confirmAddress } from "./queries";

/**
 * Confirms the address that `link`, which was spent in `trx`, was mailed to, as {@link confirmAddress} does. Undefined,
 * and nothing is done or recorded, when it is confirmed already, or not the user's any more.
 */
export async function confirmByLink(
  trx: Transaction,
  link: EmailToken,
  chosenHash: string | null,
  at: Date,
  visitor: Visitor,
): Promise<{ isChosenSet: boolean } | undefined> {
  const done = await confirmAddress(trx, link.userId, link.email, chosenHash, at);
  if (!done) return undefined;
  await recordEvent(trx, {
    event: "email.confirmed",
    result: "success",
    ...onOneself({ ...link, visitor }),
  });
  return done;
}
