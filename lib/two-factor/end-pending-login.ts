/** Ends a pending login before its time. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { cancelPendingLogin } from "./pending-login-queries";

/** Ends the pending login behind `token` and says whose it was; undefined when there was nothing to end. */
export function endPendingLogin(trx: Transaction, token: string) {
  return cancelPendingLogin(trx, token, now());
}
