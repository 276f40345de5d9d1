/** Links that are mailed: 256 bits of which only a digest is stored, one use, replaced by a newer one. */
import { holds } from "@/lib/kernel/clock";
import { type Duration, days, minutes } from "@/lib/kernel/duration";

/** What a link is for. */
export type EmailTokenPurpose = "activation" | "password-reset";

/** docs/security.md, Numbers (OWASP Forgot Password cheat sheet: short-lived, single use). */
export const tokenLife: Record<EmailTokenPurpose, Duration> = {
  activation: days(7),
  "password-reset": minutes(30),
};

export type EmailTokenState = "open" | "used" | "replaced" | "run-out";

/** The state of a mailed link at the moment `at`. */
export function tokenState(
  token: { usedAt: Date | null; replacedAt: Date | null; expiresAt: Date },
  at: Date,
): EmailTokenState {
  if (token.usedAt) return "used";
  if (token.replacedAt) return "replaced";
  return holds(token.expiresAt, at) ? "open" : "run-out";
}
