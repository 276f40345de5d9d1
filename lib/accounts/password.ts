/** What a password must be: long and not guessable. No composition rules and no rotation (NIST SP 800-63B-4 §3.1.1.2). */

/** NIST SP 800-63B-4 §3.1.1.2: at least 15 characters where the password may stand alone. */
export const shortestPassword = 15;
/** ASVS 5.0, 6.2.9 asks for 64 at least; 128 bounds the work of hashing. */
export const longestPassword = 128;

/** Longer words of the context must not make up a password's substance (ASVS 5.0, 6.2.11). */
const shortestContextWord = 4;

export type PasswordRefusal = { code: "password-too-short" | "password-too-long" | "password-too-common" };

/**
 * What is wrong with `password` for somebody of `context` (names of product, organisation, person, address), or undefined.
 * Characters are code points, so that every script counts alike.
 */
export function weaknessOf(password: string, context: string[]): PasswordRefusal["code"] | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return "password-too-short";
  if (length > longestPassword) return "password-too-long";
  if (isGuessable(password, context)) return "password-too-common";
  return undefined;
}

/** Too common: one pattern repeated, a run of neighbours, or little left once the words of the context are gone. */
function isGuessable(password: string, context: string[]): boolean {
  const plain = password.toLowerCase();
  if (/^(.{1,5})\1+.{0,4}$/su.test(plain)) return true;
  if (isRun(plain)) return true;
  const words = [
    "twostep",
    "password",
    "passwort",
    "wachtwoord",
    "welcome",
    "login",
    "admin",
    "qwerty",
    "letmein",
    ...context,
  ]
    .flatMap((entry) => entry.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= shortestContextWord);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), plain).replaceAll(/[\s\d\p{P}]/gu, "");
  return rest.length < 5 && words.some((word) => plain.includes(word));
}

/** Whether each character is a neighbour of the one before, as in `abcdefghijklmnop` or `987654321098765`. */
function isRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  const neighbours = steps.filter((step) => Math.abs(step) <= 1 || Math.abs(step) === 9).length;
  return neighbours === steps.length;
}
