/** Sends the letter with the Verify button. Asked for in a change's transaction, sent by the queue. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { enqueue } from "@/lib/mail/queue";
import type { Actor } from "@/lib/sessions/actor";
import { spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { limitsOfLinks } from "./door-limits";
import { normalAddress } from "./email-address";
import { awaitsActivation, mailActivation } from "./mail-activation";
import { findCredentials, findCredentialsById } from "./queries";

/** Asks for an activation e-mail in the change that `trx` makes. */
export async function requestActivation(trx: Transaction, userId: string): Promise<void> {
  await enqueue(trx, "send-activation", { userId });
}

/**
 * "Send a new link": sends one if `email` belongs to an active user who is not confirmed. Answers the same for everybody,
 * after the same work; the letter itself is left to the queue.
 */
export async function requestActivationAgain(
  email: string,
  visitor: Visitor,
): Promise<Result<undefined, TooMany>> {
  const allowed = await spendLimits(limitsOfLinks("activation", normalAddress(email), visitor));
  if (!allowed.ok) return allowed;
  const user = await findCredentials(database(), email);
  await inTransaction(async (trx) => {
    await recordEvent(trx, {
      event: "activation.requested",
      result: awaitsActivation(user) ? "success" : "failure",
      organisationId: user?.organisationId ?? null,
      actorId: null,
      targetId: user?.id ?? null,
      visitor,
    });
    // For nobody and for the confirmed, too: a statement more or less would tell who has an account. The handler sees.
    await requestActivation(trx, user?.id ?? randomId());
  });
  return ok();
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
