/** The six digits that go by e-mail: how they are made, cleaned, stored and how long they live. */
import { digest, matches } from "@/lib/kernel/digest";
import { seconds } from "@/lib/kernel/duration";
import { randomDigits } from "@/lib/kernel/random";

/** Six digits are 20 bits: enough with five tries and a short life (ASVS 5.0, 6.5.4). */
export const codeLength = 6;

/** From the hand-over to the mail server (docs/security.md, Numbers). */
export const codeLife = seconds(90);

/** A new code; uniform over 000000–999999. */
export function newSecurityCode(): string {
  return randomDigits(codeLength);
}

/**
 * What people type, without the spaces and dashes that they, or their phone, put in between. Some keyboards write wide
 * digits, and what is copied from a letter may have marks in it that nobody sees.
 */
export function cleanedCode(typed: string): string {
  return typed.normalize("NFKC").replaceAll(/[\s\p{Pd}\p{Cf}]/gu, "");
}

/** Whether a cleaned code has the six digits of a mailed one, or of one from an app. */
export function isWellFormedCode(code: string): boolean {
  return /^[0-9]{6}$/.test(code);
}

/** The stored form: bound to its challenge, so that a code of one is nothing to another (ASVS 5.0, 6.6.2). */
export function codeDigest(challengeId: string, code: string): string {
  return digest("security-code", challengeId, code);
}

/** Whether `code` is the one behind `stored` of that challenge, in constant time. */
export function codeMatches(stored: string, challengeId: string, code: string): boolean {
  return matches(stored, "security-code", challengeId, code);
}
