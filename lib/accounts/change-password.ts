/** Changes a password: by its owner who knows the old one, or by the link that was mailed. Never opens a session. */
import type { AuditEvent } from "@/lib/audit/event";
import { eventNow, recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import type { FreshActor } from "@/lib/sessions/actor";
import { endAllBecause, endOthersBecause } from "@/lib/sessions/end-sessions";
import { forgiveLimits, spendingGate, type TooMany } from "@/lib/throttle/spend-limits";
import { checkOwnPassword } from "./check-password";
import { sameAddress } from "./email-address";
import { type EmailTokenState, tokenState } from "./email-token";
import {
  type EmailToken,
  findEmailToken,
  findEmailTokenAtGate,
  spendEmailToken,
} from "./email-token-queries";
import { limitsPerSource } from "./limits-per-source";
import { noticeProps, notify } from "./notify";
import { type PasswordRefusal, weaknessOf } from "./password";
import { hashPassword } from "./password-hash";
import { replacePassword, setPasswordOfAddress } from "./password-queries";
import { voidEmailTokensFor } from "./void-links-queries";

/** Changes one's own password; the other sessions end, and a letter tells of it. */
export async function changePassword(
  by: FreshActor,
  current: string,
  chosen: string,
): Promise<Result<undefined, { code: "wrong-credentials" } | TooMany | PasswordRefusal>> {
  const checked = await checkOwnPassword(by.userId, current, by.visitor);
  if (!checked.ok) return checked;
  await forgiveLimits(checked.value.counted);
  const weakness = weaknessOf(chosen, [by.organisationName, by.name, by.email]);
  if (weakness) return refuse(weakness);
  const passwordHash = await hashPassword(chosen);

  return inTransaction(async (trx) => {
    const at = now();
    // A reset link that somebody else asked for must not outlive the change that shuts them out. Before the user's row,
    // like whoever follows the link: two who change a password at once do not wait for each other in a circle.
    await voidEmailTokensFor(trx, by.userId, "password-reset", at);
    // By a reset that was quicker: what was given here as the present password is not it any more.
    if (!(await replacePassword(trx, by.userId, checked.value.passwordHash, passwordHash, at))) {
      await recordOvertaken(trx, by);
      return refuse("wrong-credentials");
    }
    await endOthersBecause(trx, by, "password-changed");
    await recordEvent(trx, {
      event: "password.changed",
      result: "success",
      organisationId: by.organisationId,
      actorId: by.userId,
      targetId: by.userId,
      visitor: by.visitor,
    });
    await notify(trx, by, { name: "password-changed", props: noticeProps(by, by.visitor) });
    return ok();
  });
}

/** The same as a wrong password: so it would have been recorded a moment later. */
function recordOvertaken(trx: Transaction, { organisationId, userId, visitor }: FreshActor): Promise<void> {
  return recordEvent(trx, {
    event: "password.refused",
    result: "failure",
    organisationId,
    actorId: null,
    targetId: userId,
    method: "password",
    visitor,
    reason: "wrong-password",
  });
}

export type ResetRefusal = { code: "unknown" | Exclude<EmailTokenState, "open"> };

/** Whether the reset link behind `token` is open; reading spends nothing. */
export async function lookAtReset(token: string): Promise<Result<{ email: string }, ResetRefusal>> {
  const open = openReset(await findEmailToken(database(), "password-reset", token));
  return open.ok ? ok({ email: open.value.email }) : open;
}

/** Sets a new password by the mailed link, once. All sessions end; the second step is asked for as ever (ASVS 5.0, 6.4.3). */
export async function resetPassword(
  token: string,
  chosen: string,
  visitor: Visitor,
): Promise<Result<undefined, ResetRefusal | PasswordRefusal | TooMany>> {
  const gate = await spendingGate(limitsPerSource(visitor));
  const ifClosed = eventNow(refusedReset(undefined, "too-many", visitor));
  const { found, until } = await findEmailTokenAtGate(database(), "password-reset", token, gate, ifClosed);
  if (until) return refuse("too-many", { until });
  const open = openReset(found);
  if (!open.ok) {
    await recordEvent(database(), refusedReset(found, open.code, visitor));
    return open;
  }
  const user = open.value;
  const weakness = weaknessOf(chosen, [user.organisationName, user.name, user.email]);
  if (weakness) return refuse(weakness);
  const passwordHash = await hashPassword(chosen);

  const isReset = await inTransaction(async (trx) => {
    const at = now();
    if (!(await spendEmailToken(trx, user.id, at))) return false;
    // Hashing may have waited for long: meanwhile an administrator may have taken the account out of a stolen mailbox.
    if (!(await setPasswordOfAddress(trx, user.userId, user.email, passwordHash, at))) return false;
    await endAllBecause(trx, user.userId, "password-changed");
    await recordEvent(trx, {
      event: "password.reset",
      result: "success",
      organisationId: user.organisationId,
      actorId: user.userId,
      targetId: user.userId,
      visitor,
    });
    await notify(trx, user, { name: "password-changed", props: noticeProps(user, visitor) });
    return true;
  });
  return isReset ? ok() : refuseOvertaken(token, visitor);
}

/** Refuses what was open a moment ago, by what it is now. */
async function refuseOvertaken(token: string, visitor: Visitor): Promise<{ ok: false } & ResetRefusal> {
  const found = await findEmailToken(database(), "password-reset", token);
  const open = openReset(found);
  const code = open.ok ? "used" : open.code;
  await recordEvent(database(), refusedReset(found, code, visitor));
  return refuse(code);
}

function openReset(found: EmailToken | undefined): Result<EmailToken, ResetRefusal> {
  if (found?.status !== "active" || !sameAddress(found.email, found.currentEmail)) return refuse("unknown");
  const state = tokenState(found, now());
  return state === "open" ? ok(found) : refuse(state);
}

/** About the account that the link was for, where there is one; who opened it is known of nobody. */
function refusedReset(
  found: EmailToken | undefined,
  reason: ResetRefusal["code"] | TooMany["code"],
  visitor: Visitor,
): AuditEvent {
  return {
    event: "password.reset-refused",
    result: "failure",
    organisationId: found?.organisationId ?? null,
    actorId: null,
    targetId: found?.userId ?? null,
    visitor,
    reason,
  };
}
