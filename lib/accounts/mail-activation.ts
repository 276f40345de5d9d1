/** Mails a link by which an address is confirmed: whichever letter it is in, it goes to those alone who wait for one. */
import type { Letter } from "@/emails/catalogue";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { mailLink } from "./mail-link";
import { type Credentials, findCredentialsById } from "./queries";

/** What every letter with such a link tells. */
type ActivationProps = { name: string; organisation: string; url: string; expiresAt: string };

/**
 * Mails `write(props)` to the present address of `userId`. Does nothing for a user who is gone, deactivated or confirmed by
 * now. Throws when the mail server does not take the letter, so that the queue tries again.
 */
export async function mailActivation(
  userId: string,
  write: (props: ActivationProps) => Letter,
): Promise<void> {
  const user = await findCredentialsById(database(), userId);
  if (!awaitsActivation(user)) return;
  const { name, organisationName: organisation } = user;
  await mailLink(user, "activation", (url, expiresAt) => write({ name, organisation, url, expiresAt }));
  await recordEvent(database(), {
    event: "activation.sent",
    result: "success",
    organisationId: user.organisationId,
    actorId: null,
    targetId: user.id,
  });
}

/** Whether there is an account whose address is still to be confirmed. */
export function awaitsActivation(user: Credentials | undefined): user is Credentials {
  return user?.status === "active" && !user.emailConfirmedAt;
}
