/** Redeems a verified pending login, once; what comes of it is the caller's business, in the same transaction. */
import type { Transaction } from "@/lib/database/transaction";
import { type ClaimedLogin, claimVerified, lockOwner, noteLogin } from "./pending-login-queries";

/** Takes the verified pending login behind `token` at `at`, or undefined when there is nothing to redeem. */
export async function claimPendingLogin(
  trx: Transaction,
  token: string,
  at: Date,
): Promise<ClaimedLogin | undefined> {
  await lockOwner(trx, token);
  const claimed = await claimVerified(trx, token, at);
  if (claimed) await noteLogin(trx, claimed, at);
  return claimed;
}
