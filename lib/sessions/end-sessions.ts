/** Ends sessions: by their owner, or because what they rest on has changed. Bites at the next request. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, type FreshActor, onOneself } from "./actor";
import {
  cancelLoginsUnderWay,
  cancelStepUpsIn,
  endAllSessions,
  endSession,
  forgetKnownBrowsers,
  forgetShownSecrets,
  lockOwner,
} from "./ending-queries";
import { holdSession } from "./hold-session";
import { browserDigests } from "./known-browser";
import { findLastOfLine } from "./queries";
import type { EndReason } from "./session";

/**
 * Ends the session that `by` acts in: "Log out". Where a step-up in another tab has renewed that just now, the new one: its
 * cookie may be on the way to the very browser that is to be out. One that has ended already, as by pressing twice, is
 * left alone.
 */
export function logOut(by: Actor): Promise<void> {
  return inTransaction(async (trx) => {
    await lockOwner(trx, by.userId);
    const last = await findLastOfLine(trx, by.sessionId);
    if (last) await endPresent(trx, { ...by, sessionId: last.id }, "logged-out");
  });
}

/**
 * Ends the session that `by` acted in until their browser logged in anew: what took the place of its cookie could not end
 * it any more, and whoever has a copy could go on in it (ASVS 5.0, 7.2.4). One that has ended already is left alone.
 */
export function endLeftSession(by: Actor): Promise<void> {
  return inTransaction((trx) => endPresent(trx, by, "logged-in-anew"));
}

async function endPresent(trx: Transaction, by: Actor, reason: EndReason): Promise<void> {
  if (await endOne(trx, by.userId, by.sessionId, reason)) await recordEnding(trx, by, reason, 1);
}

/**
 * Ends one session of one's own, after a fresh proof (ASVS 5.0, 7.5.2): whoever finds one open must not shut its owner
 * out of the others. Refuses `not-found` for one that has ended or belongs to somebody else, and for every one to whom
 * is shut out of their own just now.
 */
export function endOwnSession(
  by: FreshActor,
  sessionId: string,
): Promise<Result<undefined, { code: "not-found" }>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("not-found");
    if (!(await endOne(trx, by.userId, sessionId, "ended-by-user"))) return refuse("not-found");
    await recordEnding(trx, by, "ended-by-user", 1);
    return ok();
  });
}

/**
 * Ends one session, with the secrets that are shown in it: whoever has seen one there must not make use of it by a
 * request that is on its way. Locks its owner, then the step-ups, then the session, in the order of whoever renews it or
 * confirms what is shown just now. False when the session had ended already.
 */
async function endOne(trx: Transaction, userId: string, sessionId: string, reason: EndReason) {
  await lockOwner(trx, userId);
  await cancelStepUpsIn(trx, userId, sessionId, now());
  if (!(await endSession(trx, sessionId, userId, reason, now()))) return false;
  await forgetShownSecrets(trx, userId, { only: sessionId });
  return true;
}

/**
 * Ends all of one's own sessions but the present one; returns how many. None where somebody has ended the present one
 * just now: of two who shut each other out, the first stays.
 */
export function endOtherSessions(by: FreshActor): Promise<number> {
  return inTransaction(async (trx) => {
    const present = await holdSession(trx, by);
    return present ? endOthersBecause(trx, present, "ended-by-user") : 0;
  });
}

/**
 * Joins a change of one's own password, address or method: the other sessions end with it, with the secrets that are shown
 * in them, and logins under way; no other browser is known any more (ASVS 5.0, 7.4.3). The user's row is locked by then,
 * and `by` is in the session that {@link holdSession} has found: one that was renewed meanwhile would end its own.
 */
export async function endOthersBecause(trx: Transaction, by: Actor, reason: EndReason): Promise<number> {
  // The logins first: one that becomes a session just now is a session by the time the sessions end.
  await cancelLoginsUnderWay(trx, by.userId, now());
  const count = await endAllSessions(trx, by.userId, reason, now(), by.sessionId);
  await forgetShownSecrets(trx, by.userId, { allBut: by.sessionId });
  await forgetKnownBrowsers(trx, by.userId, browserDigests(by.visitor.browserToken));
  if (count > 0) await recordEnding(trx, by, reason, count);
  return count;
}

/**
 * Joins a change to somebody's account: all of that, of every session of theirs. Returns how many sessions there were,
 * and whether there was anything of it. The user's row is locked by then.
 */
export async function endAllBecause(
  trx: Transaction,
  userId: string,
  reason: EndReason,
): Promise<{ count: number; anything: boolean }> {
  const cancelled = await cancelLoginsUnderWay(trx, userId, now());
  const count = await endAllSessions(trx, userId, reason, now());
  const secrets = await forgetShownSecrets(trx, userId);
  const browsers = await forgetKnownBrowsers(trx, userId);
  return { count, anything: cancelled || count > 0 || secrets || browsers };
}

function recordEnding(trx: Transaction, by: Actor, reason: EndReason, count: number): Promise<void> {
  return recordEvent(trx, {
    event: "session.ended",
    result: "success",
    ...onOneself(by),
    reason,
    detail: { count },
  });
}
