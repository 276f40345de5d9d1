import type { PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import type { ProofMethod } from "@/lib/two-factor/method";
import { paths } from "@/lib/web/paths";

/** Where a proof by each method is given. */
export const pageOf: Record<ProofMethod, string> = {
  email: paths.verifyEmailCode,
  authenticator: paths.verifyAuthenticator,
  "recovery-code": paths.verifyRecovery,
};

/** Where a login with these methods begins: at the only one, or at the choice. */
export function firstPage({ methods }: PendingLoginDescription): string {
  const [only, ...others] = methods;
  return only && others.length === 0 ? pageOf[only] : paths.verify;
}
