/** What a password must be: long and not guessable. No composition rules and no rotation (NIST SP 800-63B-4 §3.1.1.2). */
import { isGuessable } from "./guessable";

/** NIST SP 800-63B-4 §3.1.1.2: at least 15 characters where the password may stand alone. */
export const shortestPassword = 15;
/** ASVS 5.0, 6.2.9 asks for 64 at least; 128 bounds the work of hashing. */
export const longestPassword = 128;

export type PasswordRefusal = { code: "password-too-short" | "password-too-long" | "password-too-common" };

/**
 * What is wrong with `password` for somebody of `context` (the names of organisation and person, and the address), or
 * undefined. Characters are code points, so that every script counts alike.
 */
export function weaknessOf(password: string, context: string[]): PasswordRefusal["code"] | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return "password-too-short";
  if (length > longestPassword) return "password-too-long";
  if (isGuessable(password, context, shortestPassword)) return "password-too-common";
  return undefined;
}
