/** "Forgotten your password?": one answer for everybody, and for those who have an account a link by mail. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import type { Visitor } from "@/lib/kernel/visitor";
import { enqueue } from "@/lib/mail/queue";
import { mailLink } from "./mail-link";
import { findCredentials, findCredentialsById } from "./queries";

/** Asks for a reset link. The letter is left to the queue, so that the answer takes as long for everybody. */
export async function requestPasswordReset(email: string, visitor: Visitor): Promise<void> {
  const user = await findCredentials(database(), email);
  await inTransaction(async (trx) => {
    const known = user?.status === "active" ? user : undefined;
    await recordEvent(trx, {
      event: "password.reset-requested",
      result: known ? "success" : "failure",
      organisationId: user?.organisationId ?? null,
      actorId: null,
      targetId: user?.id ?? null,
      visitor,
    });
    if (known) await enqueue(trx, "send-password-reset", { userId: known.id });
  });
}

/** Mints a token and mails it: the queue's handler. Throws when the mail server does not take the letter. */
export async function sendPasswordReset({ userId }: { userId: string }): Promise<void> {
  const user = await findCredentialsById(database(), userId);
  if (user?.status !== "active") return;
  await mailLink(user, "password-reset", (url, expiresAt) => ({
    name: "password-reset",
    props: { name: user.name, organisation: user.organisationName, url, expiresAt },
  }));
}
