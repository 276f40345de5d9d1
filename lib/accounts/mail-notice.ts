/** Mails a letter that waited in the queue as it is: one without a secret in it. */
import { database } from "@/lib/database/connection";
import type { Jobs } from "@/lib/mail/jobs";
import { sendLetter } from "@/lib/mail/send-letter";
import { findCredentialsById } from "./queries";
import { settleRefusedLetter } from "./settle-refused-letter";

/** The queue's handler. Where the mail server does not take the letter, {@link settleRefusedLetter} says what follows. */
export async function mailNotice(
  { to: email, userId, letter, language }: Jobs["send-letter"],
  isLastTry = false,
): Promise<void> {
  const sent = await sendLetter(email, letter, language);
  if (sent.ok) return;
  const owner = await findCredentialsById(database(), userId);
  await settleRefusedLetter(letter.name, { email, owner }, sent, isLastTry);
}
