/** Resets the second step of somebody who has lost it. What was proven before counts no longer. */
import { noticeProps, notify } from "@/lib/accounts/notify";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { isId } from "@/lib/kernel/id";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { actedBy, type FreshActor } from "@/lib/sessions/actor";
import { endAllBecause } from "@/lib/sessions/end-sessions";
import { holdSession } from "@/lib/sessions/hold-session";
import { forgetMethods } from "@/lib/two-factor/forget-methods";
import type { Permitted } from "./permission";
import { recordRefusalAbout } from "./record-refusal";
import type { PresentUser } from "./user";
import { findUser } from "./user-queries";
import { reachOf } from "./visibility";

type By = Permitted<"users.reset-two-factor">;

/** Less than this explains nothing to whoever reads the audit log; more than that is a letter. */
export const shortestReason = 10;
export const longestReason = 500;

/** The user whom `by` may reset; undefined for oneself and for one who may not be seen. */
export async function findUserToReset(by: By, id: string): Promise<PresentUser | undefined> {
  return isId(id) && id !== by.userId ? findUser(database(), reachOf(by), id) : undefined;
}

/** Whether there was anything to reset: after two presses of one button the second one is told to nobody. */
export type ResetDone = "two-factor-reset" | "nothing-to-reset";

/**
 * Removes the authenticator and the recovery codes of the user `id`, turns codes by e-mail on again and ends every
 * session. Refuses `not-found` for a user who may not be seen and for oneself: whoever finds an open session of an
 * administrator must not get rid of the second step that keeps them out. Refuses `second-step-missing` for an
 * administrator who got in by the password alone: one stolen password must not open other accounts (ASVS 5.0, 6.4.4).
 */
export async function resetTwoFactor(
  by: By & FreshActor,
  id: string,
  reason: string,
): Promise<Result<ResetDone, { code: "not-found" | "second-step-missing" | "session-ended" }>> {
  if (!isId(id) || id === by.userId) return refuse("not-found");
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by, id))) return refuse("session-ended");
    const user = await findUser(trx, reachOf(by), id);
    if (!user) return refuse("not-found");
    if (by.lacksSecondStep) {
      await recordRefusalAbout(trx, by, id, "second-step-missing");
      return refuse("second-step-missing");
    }
    // Before the methods: a login that answers with them just now takes its rows in this order.
    const ended = await endAllBecause(trx, id, "two-factor-reset");
    const forgotten = await forgetMethods(trx, id);
    if (!ended.anything && !forgotten.anything) return ok("nothing-to-reset");
    const done = {
      result: "success",
      ...actedBy(by),
      targetId: id,
    } as const;
    await recordEvent(trx, {
      ...done,
      event: "two-factor.reset",
      reason: { verbatim: reason },
      detail: { count: ended.count },
    });
    if (forgotten.emailIsOnAgain)
      await recordEvent(trx, { ...done, event: "email-method.enabled", method: "email" });
    const owner = { ...user, userId: user.id, organisationName: by.organisationName };
    // Without the administrator's browser: it would tell the user nothing of their own.
    const { name, organisation, at } = noticeProps(owner, by.visitor);
    const props = { name, organisation, at, administrator: by.name };
    await notify(trx, owner, { name: "two-factor-reset", props });
    return ok("two-factor-reset");
  });
}
