/** A user's own choice of methods: e-mail on or off, authenticator removed, one preferred. */
import { noticeProps, notify } from "@/lib/accounts/notify";
import type { AuditEventName } from "@/lib/audit/event";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, type FreshActor, onOneself } from "@/lib/sessions/actor";
import { endOthersBecause } from "@/lib/sessions/end-sessions";
import { holdSession } from "@/lib/sessions/hold-session";
import { deleteAuthenticator } from "./authenticator-queries";
import type { Method } from "./method";
import {
  type EmailMethodRefusal,
  judgeEmailMethod,
  type Standing,
  standingOf,
  usableMethods,
} from "./policy";
import { deleteRevealOf } from "./recovery-code-reveal-queries";
import { lockMethods, setEmailMethod, setPreferredMethod } from "./standing-queries";
import { tellOn } from "./tell-on";

/**
 * Turns codes by e-mail on or off: on only where they then count, off only while an authenticator is on. Refuses
 * `needs-authenticator`, what the organisation or the address have become since the page was made, and `session-ended`
 * to whom somebody has shut out meanwhile.
 */
export function changeEmailMethod(
  by: FreshActor,
  enabled: boolean,
): Promise<Result<undefined, { code: EmailMethodRefusal | "session-ended" }>> {
  return inTransaction(async (trx) => {
    const methods = await lockMethods(trx, by.userId);
    const present = await holdSession(trx, by);
    if (!present) return refuse("session-ended");
    const refusal = judgeEmailMethod(methods, enabled);
    if (refusal) return refuse(refusal);
    if (methods.emailMethodEnabled === enabled) return ok();
    await endOthersBecause(trx, present, "method-changed");
    await setEmailMethod(trx, by.userId, enabled, now());
    await record(trx, by, enabled ? "email-method.enabled" : "email-method.disabled", "email");
    await (enabled ? tellOn : tellOff)(trx, by, "email", { ...methods, emailMethodEnabled: enabled });
    return ok();
  });
}

/**
 * Removes the authenticator with its recovery codes; codes by e-mail are on again. Refuses `no-authenticator`, and
 * `session-ended` to whom somebody has shut out meanwhile.
 */
export function removeAuthenticator(
  by: FreshActor,
): Promise<Result<undefined, { code: "no-authenticator" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    const methods = await lockMethods(trx, by.userId);
    const present = await holdSession(trx, by);
    if (!present) return refuse("session-ended");
    if (!methods.authenticatorEnabledAt) return refuse("no-authenticator");
    // Before the authenticator: a login that answers with it just now takes its rows in this order.
    await endOthersBecause(trx, present, "method-changed");
    await deleteAuthenticator(trx, by.userId);
    await deleteRevealOf(trx, by.userId);
    await record(trx, by, "authenticator.removed", "authenticator");
    const emailIsOnAgain = await setEmailMethod(trx, by.userId, true, now());
    if (emailIsOnAgain) await record(trx, by, "email-method.enabled", "email");
    const left = standingOf({ ...methods, emailMethodEnabled: true, authenticatorFailures: null });
    await tellOff(trx, by, "authenticator", left, emailIsOnAgain);
    return ok();
  });
}

/**
 * Chooses the method that a login preselects; null for the last one used. Refuses `no-choice` without two, and
 * `session-ended` to whom somebody has shut out meanwhile.
 */
export function changePreferredMethod(
  by: Actor,
  method: Method | null,
): Promise<Result<undefined, { code: "no-choice" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    const methods = await lockMethods(trx, by.userId);
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    const usable = usableMethods(methods);
    if (usable.length < 2 || (method && !usable.includes(method))) return refuse("no-choice");
    await setPreferredMethod(trx, by.userId, method);
    await record(trx, by, "preferred-method.changed", method ?? undefined);
    return ok();
  });
}

/** Tells that `method` was turned off: which one is left in `standing`, or that two-factor login is off with it. */
async function tellOff(
  trx: Transaction,
  by: Actor,
  method: Method,
  standing: Standing,
  emailIsOnAgain = false,
): Promise<void> {
  const props = { ...noticeProps(by, by.visitor), method };
  const [left] = usableMethods(standing);
  if (!left) return notify(trx, by, { name: "two-factor-off", props });
  return notify(trx, by, { name: "method-off", props: { ...props, left, emailIsOnAgain } });
}

function record(trx: Transaction, by: Actor, event: AuditEventName, method?: Method): Promise<void> {
  return recordEvent(trx, { event, result: "success", ...onOneself(by), ...(method && { method }) });
}
