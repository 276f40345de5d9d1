/** Tells an account's owner that somebody knew the password and got no further (ASVS 5.0, 6.3.5). */
import { noticeProps, notify } from "@/lib/accounts/notify";
import type { Reason } from "@/lib/audit/reason";
import { recordEvents } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { before, now } from "@/lib/kernel/clock";
import { days, minutes } from "@/lib/kernel/duration";
import { sameAnswerFor } from "@/lib/sessions/session";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { claimUnfinished, claimWarning, type Unfinished } from "./warning-queries";

/** As long as a person may take for the second step before it looks like one who cannot (docs/security.md, Numbers). */
export const timeForSecondStep = minutes(3);
/** One may be a slip, two a phone that was slow; the third is news (docs/security.md, Numbers). */
export const wrongCodesBeforeWarning = 3;
/** News older than that helps nobody: pending logins are kept no longer, either. */
const oldest = days(1);

/** Joins the refusal of a wrong code: tells of the pending login `id`, unless its owner was told already. */
export async function warnOfWrongCodes(trx: Transaction, id: string): Promise<void> {
  const claimed = await claimWarning(trx, id, now());
  if (claimed) await tell(trx, [claimed], "three-wrong-codes");
}

/** Tells of up to `limit` logins without a second step after three minutes, cancelled ones too; returns how many. */
export function warnOfUnfinishedLogins(limit: number): Promise<number> {
  return inTransaction(async (trx) => {
    const at = now();
    const until = before(at, timeForSecondStep);
    const begun = { since: before(at, oldest), until, limit, together: sameAnswerFor };
    const unfinished = await claimUnfinished(trx, begun, at);
    await tell(trx, unfinished, "no-second-step");
    return unfinished.length;
  });
}

async function tell(trx: Transaction, unfinished: Unfinished[], reason: Reason): Promise<void> {
  const visitorOf = ({ userAgent, address }: Unfinished) => ({ userAgent, address, browserToken: null });
  await recordEvents(
    trx,
    unfinished.map((login) => ({
      event: "login.unfinished",
      result: "failure",
      organisationId: login.organisationId,
      actorId: null,
      targetId: login.userId,
      visitor: visitorOf(login),
      reason,
    })),
  );
  // Whoever knows the password may enter it as often as they like: what they do fills the log, and no mailbox. The
  // accounts in one order, because the counter of each is held until the transaction ends.
  for (const login of newestOfEach(unfinished)) {
    const allowed = await spendLimits([{ limit: "warning-per-account", of: login.userId }], trx);
    if (!allowed.ok) continue;
    const props = { ...noticeProps(login, visitorOf(login)), at: login.enteredAt.toISOString() };
    await notify(trx, login, { name: "password-entered", props });
  }
}

/** Of each account that is active the login entered last, in the order of their users. */
function newestOfEach(unfinished: Unfinished[]): Unfinished[] {
  const byMoment = unfinished
    .filter(({ status }) => status === "active")
    .sort((one, other) => one.enteredAt.getTime() - other.enteredAt.getTime());
  const newest = new Map(byMoment.map((login) => [login.userId, login]));
  return [...newest.values()].sort((one, other) => (one.userId < other.userId ? -1 : 1));
}
