/** Takes from a user all that a second step was proven with: the part that two-factor plays in a reset. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { deleteAuthenticator } from "./authenticator-queries";
import { deleteRevealOf } from "./recovery-code-reveal-queries";
import { setEmailMethod, setPreferredMethod } from "./standing-queries";

/**
 * Removes the authenticator, a running enrolment and the recovery codes; codes by e-mail are on again. Says whether
 * they were off before, and whether there was anything of all that.
 */
export async function forgetMethods(
  trx: Transaction,
  userId: string,
): Promise<{ emailIsOnAgain: boolean; anything: boolean }> {
  const hadAuthenticator = await deleteAuthenticator(trx, userId);
  await deleteRevealOf(trx, userId);
  const emailIsOnAgain = await setEmailMethod(trx, userId, true, now());
  await setPreferredMethod(trx, userId, null);
  return { emailIsOnAgain, anything: hadAuthenticator || emailIsOnAgain };
}
