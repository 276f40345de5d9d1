/** Recovery codes are shown to whoever made them until they are saved; only hashes stay. */
import { describe, expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { database } from "@/lib/database/connection";
import { milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import type { FreshActor } from "@/lib/sessions/actor";
import { endOtherSessions } from "@/lib/sessions/end-sessions";
import { mostSessions } from "@/lib/sessions/session";
import { removeAuthenticator } from "@/lib/two-factor/change-methods";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import {
  confirmSavedCodes,
  renewRecoveryCodes,
  showNewBatch,
  showRecoveryCodes,
} from "@/lib/two-factor/make-recovery-codes";
import { at, pass } from "../support/clock";
import { answer, enrol, loggedIn } from "../support/enrolments";
import { logInByPassword } from "../support/staff";

/** When the codes that wait in the session of `actor` were made. */
async function madeAt(actor: FreshActor): Promise<Date> {
  const batch = await showNewBatch(actor);
  if (!batch) throw new Error("No codes wait to be saved");
  return batch.madeAt;
}

describe("recovery codes", () => {
  test("come with an enrolment, can be read until they are saved, and are stored as hashes", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const codes = (await showRecoveryCodes(actor)) ?? [];
    expect(new Set(codes).size).toBe(10);
    expect(await showRecoveryCodes(actor)).toEqual(codes);
    expect((await confirmSavedCodes(actor, await madeAt(actor))).ok).toBe(true);
    expect(await showRecoveryCodes(actor)).toBeUndefined();
    const rows = await database().selectFrom("recovery_codes").selectAll().execute();
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
    expect((await answer(who, "recovery-code", codes[3] ?? "")).ok).toBe(true);
    expect(await answer(who, "recovery-code", codes[3] ?? "")).toMatchObject({ code: "used-already" });
    expect((await describeMethods(actor.userId)).recoveryCodesLeft).toBe(9);
  });

  test("count as saved once their owner says so, or has one of them", async () => {
    const { who, actor } = await loggedIn();
    const areSaved = async () => (await describeMethods(actor.userId)).recoveryCodesSaved;
    expect(await areSaved()).toBe(true);
    await enrol(actor);
    expect(await areSaved()).toBe(false);
    await confirmSavedCodes(actor, await madeAt(actor));
    expect(await areSaved()).toBe(true);
    await renewRecoveryCodes(actor);
    expect(await areSaved()).toBe(false);
    const [code = ""] = (await showRecoveryCodes(actor)) ?? [];
    await answer(who, "recovery-code", code);
    expect(await areSaved()).toBe(true);
  });

  test("that nobody saved cannot be read after ten minutes", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await enrol(actor);
    pass(milliseconds(minutes(10) - 1));
    expect(await showRecoveryCodes(actor)).toHaveLength(10);
    pass(milliseconds(1));
    expect(await showRecoveryCodes(actor)).toBeUndefined();
  });

  test("can be read and put away in the session that made them alone", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const { actor: elsewhere } = await logInByPassword(who);
    expect(await showRecoveryCodes(elsewhere)).toBeUndefined();
    await confirmSavedCodes(elsewhere, await madeAt(actor));
    expect(await showRecoveryCodes(actor)).toHaveLength(10);
    await changePassword(elsewhere, who.password, "another harbour entirely eighty");
    expect(await showRecoveryCodes(actor)).toBeUndefined();
  });

  test("that wait to be saved go with their session when it is one too many, and wait on while it is not", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    for (let login = 1; login < mostSessions; login += 1) await logInByPassword(who);
    expect(await showRecoveryCodes(actor)).toHaveLength(10);
    await logInByPassword(who);
    expect(await database().selectFrom("recovery_code_reveals").selectAll().execute()).toEqual([]);
  });

  test("that wait to be saved wait on when their owner ends all other sessions", async () => {
    const { actor } = await loggedIn();
    await enrol(actor);
    const codes = await showRecoveryCodes(actor);
    await endOtherSessions(actor);
    expect(await showRecoveryCodes(actor)).toEqual(codes);
  });

  test("that are new void the former ones", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const [former = ""] = (await showRecoveryCodes(actor)) ?? [];
    expect((await renewRecoveryCodes(actor)).ok).toBe(true);
    const [renewed = ""] = (await showRecoveryCodes(actor)) ?? [];
    expect(await answer(who, "recovery-code", former)).toMatchObject({ code: "wrong" });
    expect((await answer(who, "recovery-code", renewed)).ok).toBe(true);
  });

  test("that are newer stay to be read when the ones that they voided are said to be saved", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await enrol(actor);
    const former = await madeAt(actor);
    pass(seconds(5));
    await renewRecoveryCodes(actor);
    const newer = await showRecoveryCodes(actor);
    expect(await confirmSavedCodes(actor, former)).toEqual({ ok: false, code: "replaced" });
    expect(await showRecoveryCodes(actor)).toEqual(newer);
    const present = await madeAt(actor);
    expect((await confirmSavedCodes(actor, present)).ok).toBe(true);
    expect(await confirmSavedCodes(actor, former)).toEqual({ ok: false, code: "replaced" });
    // Pressed twice.
    expect((await confirmSavedCodes(actor, present)).ok).toBe(true);
  });

  test("are not said to be saved where the authenticator was removed meanwhile", async () => {
    const { actor } = await loggedIn();
    await enrol(actor);
    const made = await madeAt(actor);
    await removeAuthenticator(actor);
    expect(await confirmSavedCodes(actor, made)).toEqual({ ok: false, code: "no-authenticator" });
  });

  test("belong to an authenticator", async () => {
    const { actor } = await loggedIn();
    expect(await renewRecoveryCodes(actor)).toEqual({ ok: false, code: "no-authenticator" });
  });
});
