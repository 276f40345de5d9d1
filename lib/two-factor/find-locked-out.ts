/** Tells who stands before the second step, for others to help them. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { stateOf } from "./pending-login";
import { lockPendingLogin } from "./pending-login-in-full-queries";

export type LockedOut = {
  userId: string;
  organisationId: string;
  organisationName: string;
  name: string;
  email: string;
};

/** Whoever gave the right password for the pending login behind `token`; undefined when it is not open. */
export async function findLockedOut(trx: Transaction, token: string): Promise<LockedOut | undefined> {
  const pending = await lockPendingLogin(trx, token);
  if (!pending?.active || stateOf(pending, now()) !== "open") return undefined;
  const { userId, organisationId, organisationName, userName, email } = pending;
  return { userId, organisationId, organisationName, name: userName, email };
}
