/** Asks the owner of a changed address to confirm the new one. Asked for in the change's transaction, sent by the queue. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { enqueue } from "@/lib/mail/queue";
import { mailLink } from "./mail-link";
import { findCredentialsById } from "./queries";

/** Asks for the letter in the change that `trx` makes. */
export async function requestAddressConfirmation(trx: Transaction, userId: string): Promise<void> {
  await enqueue(trx, "send-address-confirmation", { userId });
}

/**
 * Mints a token and mails it to the present address: the queue's handler. Does nothing for a user who is gone,
 * deactivated or confirmed by now. Throws when the mail server does not take the letter, so that the queue tries again.
 */
export async function sendAddressConfirmation({ userId }: { userId: string }): Promise<void> {
  const user = await findCredentialsById(database(), userId);
  if (user?.status !== "active" || user.emailConfirmedAt) return;
  await mailLink(user, "activation", (url, expiresAt) => ({
    name: "email-changed-new",
    props: { name: user.name, organisation: user.organisationName, url, expiresAt },
  }));
  await recordEvent(database(), {
    event: "activation.sent",
    result: "success",
    organisationId: user.organisationId,
    actorId: null,
    targetId: user.id,
  });
}
