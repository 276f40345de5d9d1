/** Makes recovery codes and shows them until their owner has saved them; only their hashes stay. */
import { noticeProps, notify } from "@/lib/accounts/notify";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { after, before, holds, now } from "@/lib/kernel/clock";
import { minutes } from "@/lib/kernel/duration";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { open, seal } from "@/lib/kernel/seal";
import { type Actor, type FreshActor, onOneself } from "@/lib/sessions/actor";
import { endOthersBecause } from "@/lib/sessions/end-sessions";
import { holdSession } from "@/lib/sessions/hold-session";
import { usableMethods } from "./policy";
import { newBatchSalt, newRecoveryCodes, recoveryCodeDigest } from "./recovery-code";
import { listRecoveryCodes, markRecoveryCodesSaved, putRecoveryCodes } from "./recovery-code-queries";
import { deleteReveal, findReveal, putReveal } from "./recovery-code-reveal-queries";
import { lockMethods } from "./standing-queries";

/** How long new codes can be read again, sealed, while they are being saved. */
export const revealLife = minutes(10);

/** The owner and purpose that new codes are sealed for. */
export const belongsToReveal = (userId: string) => `recovery-codes:${userId}`;

/**
 * "New recovery codes": the former batch is void at once, the other sessions end, a letter goes out.
 * Refuses `no-authenticator` without one, and `session-ended` to whom somebody has shut out meanwhile.
 */
export function renewRecoveryCodes(
  by: FreshActor,
): Promise<Result<undefined, { code: "no-authenticator" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    const { authenticatorOn } = await lockMethods(trx, by.userId);
    const present = await holdSession(trx, by);
    if (!present) return refuse("session-ended");
    if (!authenticatorOn) return refuse("no-authenticator");
    await endOthersBecause(trx, present, "method-changed");
    await makeRecoveryCodes(trx, present);
    await notify(trx, by, {
      name: "two-factor-changed",
      props: { ...noticeProps(by, by.visitor), change: "recovery-codes-renewed" },
    });
    return ok();
  });
}

/** Joins an enrolment: puts ten new codes in the place of the former batch and seals them to be shown. */
export async function makeRecoveryCodes(trx: Transaction, by: Actor): Promise<void> {
  const at = now();
  const codes = newRecoveryCodes();
  const salt = newBatchSalt();
  // One after the other: a hash holds 12 MiB, and ten at once would starve the logins of other people.
  const digests: string[] = [];
  for (const code of codes) digests.push(await recoveryCodeDigest(code, salt));
  await putRecoveryCodes(trx, by.userId, digests, at);
  await putReveal(trx, by, seal(JSON.stringify(codes), belongsToReveal(by.userId)), after(at, revealLife));
  await recordEvent(trx, {
    event: "recovery-codes.made",
    result: "success",
    ...onOneself(by),
  });
}

/** New codes, and when they were made: that tells one batch from the next, and is no secret. */
export type NewBatch = { codes: string[]; madeAt: Date };

/**
 * The new batch that was made in this session while it waits to be saved, or undefined: later nobody can read it, not
 * even the server.
 */
export async function showNewBatch(by: Actor): Promise<NewBatch | undefined> {
  const reveal = await findReveal(database(), by);
  if (!reveal || !holds(reveal.expiresAt, now())) return undefined;
  return {
    codes: JSON.parse(open(reveal.codesSealed, belongsToReveal(by.userId))),
    madeAt: before(reveal.expiresAt, revealLife),
  };
}

/** The codes of {@link showNewBatch} alone. */
export async function showRecoveryCodes(by: Actor): Promise<string[] | undefined> {
  return (await showNewBatch(by))?.codes;
}

/**
 * "I have saved my recovery codes", those made at `madeAt`: noted, and they cannot be shown again. Refuses `replaced`
 * where newer ones have made them void, which stay to be read, `no-authenticator` where there is none that they stand
 * in for, and `session-ended` to whom somebody has shut out meanwhile: its owner must be told that theirs are not saved.
 */
export function confirmSavedCodes(
  by: Actor,
  madeAt: Date,
): Promise<Result<undefined, { code: "no-authenticator" | "replaced" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    const methods = await lockMethods(trx, by.userId);
    const present = await holdSession(trx, by);
    if (!present) return refuse("session-ended");
    if (!usableMethods(methods).includes("authenticator")) return refuse("no-authenticator");
    const [stored] = await listRecoveryCodes(trx, by.userId);
    if (stored?.madeAt.getTime() !== madeAt.getTime()) return refuse("replaced");
    await markRecoveryCodesSaved(trx, by.userId);
    await deleteReveal(trx, present);
    return ok();
  });
}
