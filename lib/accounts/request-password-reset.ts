/** "Forgotten your password?": one answer for everybody, and for those who have an account a link by mail. */
import { database } from "@/lib/database/connection";
import type { Result } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { enqueue } from "@/lib/mail/queue";
import type { TooMany } from "@/lib/throttle/spend-limits";
import { askForLink } from "./ask-for-link";
import { mailLink } from "./mail-link";
import { findCredentialsById } from "./queries";
import { settleRefusedLetter } from "./settle-refused-letter";

/** Asks for a reset link, and records it: see {@link askForLink}. */
export function requestPasswordReset(email: string, visitor: Visitor): Promise<Result<undefined, TooMany>> {
  return askForLink(
    {
      purpose: "password-reset",
      event: "password.reset-requested",
      isDue: (user) => user?.status === "active",
      enqueue: (trx, userId) => enqueue(trx, "send-password-reset", { userId }),
    },
    email,
    visitor,
  );
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
