/** TOTP secrets at rest: sealed for one user and one purpose, so that a row moved to another user opens nothing. */
import { open, seal } from "@/lib/kernel/seal";

/** The owner and purpose that a TOTP secret is sealed for. */
export const belongsToTotp = (userId: string) => `totp-secret:${userId}`;

/** Seals `secret` (base32) for `userId`; the same form serves a running enrolment and an enabled authenticator. */
export function sealTotpSecret(secret: string, userId: string): string {
  return seal(secret, belongsToTotp(userId));
}

/** Opens what {@link sealTotpSecret} sealed. Throws when there is nothing, or it belongs to somebody else. */
export function openTotpSecret(sealed: string | null, userId: string): string {
  if (!sealed) throw new Error("There is no authenticator to open the secret of");
  return open(sealed, belongsToTotp(userId));
}
