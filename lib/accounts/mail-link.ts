/** Mails a link to its owner, for one purpose. */
import type { Letter } from "@/emails/catalogue";
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import type { Result } from "@/lib/kernel/result";
import { type MailRefusal, sendLetter } from "@/lib/mail/send-letter";
import { chooseLanguage } from "@/lib/words/language";
import type { EmailTokenPurpose } from "./email-token";
import { replaceOlderEmailTokens } from "./email-token-queries";
import { forgetUnsentLinks, type MailedLink, makeLinks } from "./make-links";

/**
 * Mails `write(url, expiresAt)` to `to`. When the server does not take the letter, why is returned, and the link is
 * forgotten; but not where the letter may have arrived all the same: its reader would follow a link that nobody knows.
 * Then it is one of the older links once a letter is taken.
 */
export async function mailLink(
  to: { id: string; email: string; language: string | null },
  purpose: EmailTokenPurpose,
  write: (url: string, expiresAt: string) => Letter,
): Promise<Result<undefined, MailRefusal>> {
  const [link] = (await makeLinks(purpose, [{ userId: to.id, email: to.email }])) as [MailedLink];
  const letter = write(link.url, link.expiresAt.toISOString());
  const sent = await sendLetter(to.email, letter, chooseLanguage([to.language]));
  if (sent.ok) await replaceOlderEmailTokens(database(), link.id, now());
  else if (sent.code !== "mail-unanswered") await forgetUnsentLinks([link]);
  return sent;
}
