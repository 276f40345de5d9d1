/** Goes on with the pending login that a browser already has, instead of opening a second one beside it. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { stateOf } from "./pending-login";
import { lockPendingLogin } from "./pending-login-in-full-queries";
import { setReturnTo } from "./pending-login-queries";

/** True when the pending login behind `token` is an open login of `userId`; it then leads to `returnTo`. */
export async function continuePendingLogin(
  trx: Transaction,
  token: string,
  userId: string,
  returnTo: string,
): Promise<boolean> {
  const pending = await lockPendingLogin(trx, token);
  const continues =
    pending?.userId === userId && pending.purpose === "login" && stateOf(pending, now()) === "open";
  if (continues) await setReturnTo(trx, pending.id, returnTo);
  return continues;
}
