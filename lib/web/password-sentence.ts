/** Says what a chosen password must be, and what is wrong with one. */
import "server-only";
import { longestPassword, type PasswordRefusal, shortestPassword } from "@/lib/accounts/password";
import type { Words } from "@/lib/words/words";

export function passwordHint({ accountLinks }: Words): string {
  return accountLinks.password.hint(shortestPassword, longestPassword);
}

/** The sentence for a refused password. */
export function passwordSentence({ accountLinks }: Words, code: PasswordRefusal["code"]): string {
  return accountLinks.password.refusals[code](shortestPassword, longestPassword);
}

/** Whether a verb refused because of the password that was chosen. */
export function isPasswordRefusal(code: string): code is PasswordRefusal["code"] {
  return ["password-too-short", "password-too-long", "password-too-common"].includes(code);
}
