/** Mails a link by which an address is confirmed: whichever letter it is in, it goes to those alone who wait for one. */
import type { Letter } from "@/emails/catalogue";
import type { AuditEvent } from "@/lib/audit/event";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { mailLink, notTaken } from "./mail-link";
import { type Credentials, findAddedById } from "./queries";

/** What every letter with such a link tells. */
type ActivationProps = { name: string; organisation: string; url: string; expiresAt: string };

/**
 * Mails `write(props, invitedBy)` to the present address of `userId`, whom `invitedBy` has added, by name. Does nothing
 * for a user who is gone, deactivated or confirmed by now. Throws when the mail server does not take the letter, so that
 * the queue tries again; but not where it refuses the address for good. That is written down for whoever waits for this
 * user, and so is that the last try has come to nothing.
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
  const isRefused = !sent.ok && sent.code === "mail-refused";
  if (sent.ok) await record(user, { event: "activation.sent", result: "success" });
  else if (isRefused || isLastTry)
    await record(user, {
      event: "activation.undelivered",
      result: "failure",
      reason: sent.code,
      detail: { email: user.email },
    });
  if (!sent.ok && !isRefused) throw notTaken("activation", sent);
}

/** Nobody acts at this moment: whoever asked for the letter is in another event. */
function record(
  { id, organisationId }: Credentials,
  outcome: Pick<AuditEvent, "event" | "result" | "reason" | "detail">,
): Promise<void> {
  return recordEvent(database(), { ...outcome, organisationId, actorId: null, targetId: id });
}

/** Whether there is an account whose address is still to be confirmed. */
export function awaitsActivation<User extends Credentials>(user: User | undefined): user is User {
  return user?.status === "active" && !user.emailConfirmedAt;
}
