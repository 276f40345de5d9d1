/** What becomes of a letter of the queue that the mail server did not take. */
import type { LetterName } from "@/emails/catalogue";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import type { MailRefusal } from "@/lib/mail/send-letter";

/** To whom it was; nobody's where the account is gone. */
type Owner = { id: string; organisationId: string } | undefined;

/**
 * Throws, so that the queue tries again; but not where the server refuses the address for good. That is written down for
 * whoever looks after the account of `owner`, and so is that the last try has come to nothing.
 */
export async function settleRefusedLetter(
  letter: LetterName,
  to: { email: string; owner: Owner },
  { code }: MailRefusal,
  isLastTry: boolean,
): Promise<void> {
  const isForGood = code === "mail-refused";
  if (to.owner && (isForGood || isLastTry)) await recordUndelivered(letter, to.email, to.owner, code);
  if (!isForGood) throw new Error(`The mail server did not take the letter "${letter}": ${code}`);
}

/** Nobody acts at this moment: whoever asked for the letter is in another event. */
function recordUndelivered(
  letter: LetterName,
  email: string,
  { id, organisationId }: NonNullable<Owner>,
  reason: MailRefusal["code"],
): Promise<void> {
  const what =
    letter === "activation"
      ? ({ event: "activation.undelivered", detail: { email } } as const)
      : ({ event: "letter.undelivered", detail: { letter, email } } as const);
  return recordEvent(database(), {
    ...what,
    result: "failure",
    organisationId,
    actorId: null,
    targetId: id,
    reason,
  });
}
