/** Makes the links that are mailed, at the moment of sending, so that no queue row ever holds a token. */
import { type Database, database } from "@/lib/database/connection";
import { after, now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { environment } from "@/lib/kernel/env";
import { randomId, randomToken } from "@/lib/kernel/random";
import { type EmailTokenPurpose, tokenLife } from "./email-token";
import { deleteUnsentEmailTokens, insertEmailTokens } from "./email-token-queries";

const pages: Record<EmailTokenPurpose, string> = {
  activation: "/verify-email",
  "password-reset": "/reset-password",
};

/** A link with its owner. The token in it is stored nowhere. */
export type MailedLink = { id: string; userId: string; url: string; expiresAt: Date };

/**
 * Makes a link for each of `owners`, in their order. Older ones die once their successor is with the mail server, not
 * before.
 *
 * The address starts with AUTH_URL, never with what a request claims as its host (OWASP Forgot Password cheat sheet).
 */
export async function makeLinks(
  purpose: EmailTokenPurpose,
  owners: { userId: string; email: string }[],
): Promise<MailedLink[]> {
  const createdAt = now();
  const expiresAt = after(createdAt, tokenLife[purpose]);
  const made = owners.map((owner) => ({ ...owner, id: randomId(), token: randomToken() }));
  const tokens = made.map(({ token, ...rest }) => ({ ...rest, tokenDigest: digest("email-token", token) }));
  await insertEmailTokens(database(), purpose, tokens, { createdAt, expiresAt });
  return made.map(({ id, userId, token }) => ({
    id,
    userId,
    url: `${environment().origin}${pages[purpose]}?token=${token}`,
    expiresAt,
  }));
}

/** Forgets links whose letters have certainly not arrived. */
export function forgetUnsentLinks(links: MailedLink[], on: Database = database()): Promise<void> {
  return deleteUnsentEmailTokens(
    on,
    links.map(({ id }) => id),
  );
}
