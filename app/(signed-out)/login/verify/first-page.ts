import type { PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import { paths } from "@/lib/web/paths";

/** Where a login with these methods begins: at the only one, or at the choice. */
export function firstPage({ methods }: Pick<PendingLoginDescription, "methods">): string {
  const [only, ...others] = methods;
  if (!only || others.length > 0) return paths.verify;
  return only === "email" ? paths.verifyEmailCode : paths.verifyAuthenticator;
}
