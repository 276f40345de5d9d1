/** Mails a link. Its token is minted at the moment of sending, so that no queue row ever holds one. */
import type { Letter } from "@/emails/catalogue";
import { database } from "@/lib/database/connection";
import { after, now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { environment } from "@/lib/kernel/env";
import { randomId, randomToken } from "@/lib/kernel/random";
import { sendLetter } from "@/lib/mail/send-letter";
import { chooseLanguage } from "@/lib/words/language";
import { tokenLife } from "./email-token";
import {
  deleteUnsentEmailTokens,
  type EmailTokenPurpose,
  insertEmailToken,
  replaceOlderEmailTokens,
} from "./email-token-queries";

const pages: Record<EmailTokenPurpose, string> = {
  activation: "/verify-email",
  "password-reset": "/reset-password",
};

type Owner = { id: string; email: string; language: string | null };

/**
 * Mails `write(url, expiresAt)` to `to`. Older links die once their successor is with the mail server, not before.
 * When the server does not take the letter, its link is forgotten, and the queue is made to try again by throwing.
 *
 * The address starts with AUTH_URL, never with what a request claims as its host (OWASP Forgot Password cheat sheet).
 */
export async function mailLink(
  to: Owner,
  purpose: EmailTokenPurpose,
  write: (url: string, expiresAt: string) => Letter,
): Promise<void> {
  const id = randomId();
  const token = randomToken();
  const at = now();
  const expiresAt = after(at, tokenLife[purpose]);
  await insertEmailToken(database(), {
    id,
    userId: to.id,
    purpose,
    email: to.email,
    tokenDigest: digest("email-token", token),
    createdAt: at,
    expiresAt,
  });
  const url = `${environment().origin}${pages[purpose]}?token=${token}`;
  const sent = await sendLetter(to.email, write(url, expiresAt.toISOString()), chooseLanguage([to.language]));
  if (!sent.ok) {
    await deleteUnsentEmailTokens(database(), [id]);
    throw new Error(`The mail server did not take the ${purpose} letter: ${sent.code}`);
  }
  await replaceOlderEmailTokens(database(), id, now());
}
