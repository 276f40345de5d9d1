/** Mails a link by which an address is confirmed: whichever letter it is in, it goes to those alone who wait for one. */
import type { Letter } from "@/emails/catalogue";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { mailLink } from "./mail-link";
import { type Credentials, findAddedById } from "./queries";
import { settleRefusedLetter } from "./settle-refused-letter";

/** What every letter with such a link tells. */
type ActivationProps = { name: string; organisation: string; url: string; expiresAt: string };

/**
 * Mails `write(props, invitedBy)` to the present address of `userId`, whom `invitedBy` has added, by name. Does nothing
 * for a user who is gone, deactivated or confirmed by now. Where the mail server does not take the letter,
 * {@link settleRefusedLetter} says what follows.
 */
export async function mailActivation(
  userId: string,
  write: (props: ActivationProps, invitedBy: string | null) => Letter,
  isLastTry: boolean,
): Promise<void> {
  const user = await findAddedById(database(), userId);
  if (!awaitsActivation(user)) return;
  const { name, organisationName: organisation, invitedBy } = user;
  const sent = await mailLink(user, "activation", (url, expiresAt) =>
    write({ name, organisation, url, expiresAt }, invitedBy),
  );
  if (!sent.ok) return settleRefusedLetter("activation", { email: user.email, owner: user }, sent, isLastTry);
  await recordEvent(database(), {
    event: "activation.sent",
    result: "success",
    organisationId: user.organisationId,
    // Nobody acts at this moment: whoever asked for the letter is in another event.
    actorId: null,
    targetId: user.id,
  });
}

/** Whether there is an account whose address is still to be confirmed. */
export function awaitsActivation<User extends Credentials>(user: User | undefined): user is User {
  return user?.status === "active" && !user.emailConfirmedAt;
}
