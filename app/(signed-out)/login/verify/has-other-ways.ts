import type { PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";

/** Whether something else than a code by e-mail can prove this second step. */
export function hasOtherWays({ methods, recoveryCodesLeft }: PendingLoginDescription): boolean {
  return methods.some((method) => method !== "email") || recoveryCodesLeft > 0;
}
