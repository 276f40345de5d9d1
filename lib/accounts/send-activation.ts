/** Sends the letter with the Verify button. Asked for in a change's transaction, sent by the queue. */
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { enqueue } from "@/lib/mail/queue";
import type { Actor } from "@/lib/sessions/actor";
import type { TooMany } from "@/lib/throttle/spend-limits";
import { askForLink } from "./ask-for-link";
import { awaitsActivation, mailActivation } from "./mail-activation";
import { findCredentialsById } from "./queries";

/** Asks for an activation e-mail in the change that `trx` makes. */
export async function requestActivation(trx: Transaction, userId: string): Promise<void> {
  await enqueue(trx, "send-activation", { userId });
}

/** "Send a new link", to an active user who is not confirmed, and recorded: see {@link askForLink}. */
export function requestActivationAgain(email: string, visitor: Visitor): Promise<Result<undefined, TooMany>> {
  return askForLink(
    {
      purpose: "activation",
      event: "activation.requested",
      isDue: awaitsActivation,
      enqueue: requestActivation,
    },
    email,
    visitor,
  );
}

/**
 * "Send the e-mail again", by the user whose address it is: to them it is no secret that theirs is confirmed by now, so
 * that is refused as `confirmed-already`, and nothing is asked for.
 */
export async function requestOwnActivation(
  by: Actor,
): Promise<Result<undefined, TooMany | { code: "confirmed-already" }>> {
  const user = await findCredentialsById(database(), by.userId);
  if (!awaitsActivation(user)) return refuse("confirmed-already");
  return requestActivationAgain(user.email, by.visitor);
}

/** Mails it by {@link mailActivation}: the queue's handler. */
export function sendActivation({ userId }: { userId: string }, isLastTry = false): Promise<void> {
  return mailActivation(
    userId,
    (props, invitedBy) => ({ name: "activation", props: { ...props, invitedBy } }),
    isLastTry,
  );
}
