/** "Forgotten your password?": one answer for everybody, and for those who have an account a link by mail. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { enqueue } from "@/lib/mail/queue";
import { spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { limitsOfLinks } from "./door-limits";
import { normalAddress } from "./email-address";
import { mailLink } from "./mail-link";
import { findCredentials, findCredentialsById } from "./queries";
import { settleRefusedLetter } from "./settle-refused-letter";

/** Asks for a reset link. The letter is left to the queue, so that the answer takes as long for everybody. */
export async function requestPasswordReset(
  email: string,
  visitor: Visitor,
): Promise<Result<undefined, TooMany>> {
  const allowed = await spendLimits(limitsOfLinks("password-reset", normalAddress(email), visitor));
  if (!allowed.ok) return allowed;
  const user = await findCredentials(database(), email);
  await inTransaction(async (trx) => {
    await recordEvent(trx, {
      event: "password.reset-requested",
      result: user?.status === "active" ? "success" : "failure",
      organisationId: user?.organisationId ?? null,
      actorId: null,
      targetId: user?.id ?? null,
      visitor,
    });
    // For nobody, too: a statement more or less would tell who has an account. The handler finds nobody and does nothing.
    await enqueue(trx, "send-password-reset", { userId: user?.id ?? randomId() });
  });
  return ok();
}

/**
 * Mints a token and mails it: the queue's handler. Does nothing for a user who is not there or deactivated. Where the mail
 * server does not take the letter, {@link settleRefusedLetter} says what follows.
 */
export async function sendPasswordReset({ userId }: { userId: string }, isLastTry = false): Promise<void> {
  const user = await findCredentialsById(database(), userId);
  if (user?.status !== "active") return;
  const sent = await mailLink(user, "password-reset", (url, expiresAt) => ({
    name: "password-reset",
    props: { name: user.name, organisation: user.organisationName, url, expiresAt },
  }));
  if (!sent.ok)
    await settleRefusedLetter("password-reset", { email: user.email, owner: user }, sent, isLastTry);
}
