/** Sends the letter with the Verify button. Asked for in a change's transaction, sent by the queue. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { enqueue } from "@/lib/mail/queue";
import { spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { normalAddress } from "./email-address";
import { limitsOfLinks } from "./limits-per-source";
import { mailLink } from "./mail-link";
import { findCredentials, findCredentialsById } from "./queries";

/** Asks for an activation e-mail in the change that `trx` makes; `invitedBy` names who added the user. */
export async function requestActivation(
  trx: Transaction,
  userId: string,
  invitedBy: string | null,
): Promise<void> {
  await enqueue(trx, "send-activation", { userId, invitedBy });
}

/**
 * "Send a new link": sends one if `email` belongs to an active user who is not confirmed. Answers the same for everybody,
 * after the same work; the letter itself is left to the queue.
 */
export async function requestActivationAgain(
  email: string,
  visitor: Visitor,
): Promise<Result<undefined, TooMany>> {
  const allowed = await spendLimits(limitsOfLinks(normalAddress(email), visitor));
  if (!allowed.ok) return allowed;
  const user = await findCredentials(database(), email);
  const waits = user?.status === "active" && !user.emailConfirmedAt;
  await inTransaction(async (trx) => {
    await recordEvent(trx, {
      event: "activation.requested",
      result: waits ? "success" : "failure",
      organisationId: user?.organisationId ?? null,
      actorId: null,
      targetId: user?.id ?? null,
      visitor,
    });
    // For nobody and for the confirmed, too: a statement more or less would tell who has an account. The handler sees.
    await requestActivation(trx, user?.id ?? randomId(), null);
  });
  return ok();
}

/**
 * Mints a token and mails it: the queue's handler. Does nothing for a user who is gone, deactivated or confirmed by now.
 * Throws when the mail server does not take the letter, so that the queue tries again.
 */
export async function sendActivation({
  userId,
  invitedBy,
}: {
  userId: string;
  invitedBy: string | null;
}): Promise<void> {
  const user = await findCredentialsById(database(), userId);
  if (user?.status !== "active" || user.emailConfirmedAt) return;
  await mailLink(user, "activation", (url, expiresAt) => ({
    name: "activation",
    props: { name: user.name, organisation: user.organisationName, invitedBy, url, expiresAt },
  }));
  await recordEvent(database(), {
    event: "activation.sent",
    result: "success",
    organisationId: user.organisationId,
    actorId: null,
    targetId: user.id,
  });
}
