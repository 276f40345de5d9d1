/** Reads the code that proves a second step, or enrols an authenticator: the same for every form that asks for one. */
import "server-only";
import type { ProofMethod } from "@/lib/two-factor/method";
import { cleanedRecoveryCode, isWellFormedRecoveryCode } from "@/lib/two-factor/recovery-code";
import { cleanedCode, isWellFormedCode } from "@/lib/two-factor/security-code";
import type { Words } from "@/lib/words/words";

/** Far more than a code with spaces; what is longer is not a code and is not looked at. */
const longestTyped = 100;

type Sentence = (login: Words["login"]) => string;

/** A cleaned, well-formed code; or what is wrong, as a choice of sentence: to know the language costs a look. */
export type ReadCode = { ok: true; value: string } | { ok: false; sentence: Sentence };

/** The field `code` of `form`, as a code of `method`. */
export function readCode(form: FormData, method: ProofMethod): ReadCode {
  const isRecovery = method === "recovery-code";
  const refuse = (sentence: Sentence) => ({ ok: false, sentence }) as const;
  const format: Sentence = (login) => (isRecovery ? login.byRecoveryCode.format : login.code.notDigits);
  const [typed, ...more] = form.getAll("code");
  if (typeof typed !== "string" || more.length > 0 || typed.length > longestTyped) return refuse(format);
  const value = isRecovery ? cleanedRecoveryCode(typed) : cleanedCode(typed);
  if (value === "") return refuse(({ byRecoveryCode, code }) => (isRecovery ? byRecoveryCode : code).missing);
  if (isRecovery ? isWellFormedRecoveryCode(value) : isWellFormedCode(value)) return { ok: true, value };
  return refuse(!isRecovery && /^[0-9]+$/.test(value) ? ({ code }) => code.format(value.length) : format);
}
