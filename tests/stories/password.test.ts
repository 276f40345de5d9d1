/** Passwords that are forgotten or changed: who is told, what ends, and that the second step stays. */
import { hash } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { lookAtActivation } from "@/lib/accounts/confirm-email";
import { needsRehash, passwordHashing } from "@/lib/accounts/password-hash";
import { setPasswordOfAddress } from "@/lib/accounts/password-queries";
import { requestPasswordReset, sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { lookAtReset, resetPassword } from "@/lib/accounts/reset-password";
import { sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { milliseconds, minutes } from "@/lib/kernel/duration";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { closeTransport } from "@/lib/mail/transport";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { startSilentMailServer } from "../mail/mail-server";
import { at, pass } from "../support/clock";
import { logged } from "../support/console";
import { letters } from "../support/mailbox";
import { deliverPost, tokenFor } from "../support/post";
import {
  givePassword,
  isLive,
  logIn,
  nothingBegun,
  organisation,
  type Person,
  person,
  visitor,
} from "../support/world";

const chosen = "seven otters cross the river";

/** Mails `who` a link and returns its token. */
async function linkTo(who: Person): Promise<string> {
  await sendPasswordReset({ userId: who.id });
  return tokenFor(who.email);
}

const reset = (token: string, password = chosen) => resetPassword(token, password, visitor);

const opens = async (who: Person, password: string) =>
  (await startLogin({ ...who, password }, { ...nothingBegun, visitor })).ok;

const subjects = (who: Person) => letters(who.email).map(({ subject }) => subject);

describe("a forgotten password", () => {
  test("is answered alike for everybody, and mailed to those who have an account", async () => {
    const of = await organisation();
    const who = await person(of);
    const gone = await person(of, { deactivated: true });
    for (const email of [who.email.toUpperCase(), gone.email, "nobody@example.com"]) {
      expect(await requestPasswordReset(email, visitor)).toMatchObject({ ok: true });
    }
    await deliverPost();
    expect(letters().map(({ to }) => to)).toEqual([who.email]);
  });

  test.each([
    [minutes(30) - 1, true],
    [minutes(30), false],
  ])("has a link that after %i ms still works: %s", async (age, works) => {
    at("2027-05-03T14:32:00.000Z");
    const token = await linkTo(await person(await organisation()));
    pass(milliseconds(age));
    expect((await lookAtReset(token)).ok).toBe(works);
    expect(await reset(token)).toMatchObject(works ? { ok: true } : { code: "run-out" });
  });

  test("has a link that reading does not spend and one reset does", async () => {
    const usedAt = at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    const token = await linkTo(who);
    expect(await lookAtReset(token)).toEqual({ ok: true, value: { email: who.email } });
    expect(await lookAtReset(token)).toMatchObject({ ok: true });
    expect((await reset(token)).ok).toBe(true);
    expect(await lookAtReset(token)).toEqual({ ok: false, code: "used", usedAt });
    expect(await reset(token, "another good passphrase")).toEqual({ ok: false, code: "used" });
    expect(await opens(who, who.password)).toBe(false);
    expect(await opens(who, chosen)).toBe(true);
  });

  test("has a link that a newer one replaces", async () => {
    const who = await person(await organisation());
    const older = await linkTo(who);
    await linkTo(who);
    expect(await reset(older)).toEqual({ ok: false, code: "replaced" });
  });

  test("has no other link that opens once one was used, also of a letter that seemed not to arrive", async () => {
    const who = await person(await organisation());
    const token = await linkTo(who);
    const { taken } = await startSilentMailServer();
    await expect(sendPasswordReset({ userId: who.id })).rejects.toThrow("mail-unanswered");
    expect(logged("mail.unanswered")).toHaveLength(1);
    closeTransport();
    const [, newer = ""] = /reset-password\?token=(\S+)/.exec(taken[0]?.text ?? "") ?? [];
    expect((await lookAtReset(newer)).ok).toBe(true);
    expect((await reset(token)).ok).toBe(true);
    expect(await reset(newer, "nine herons leave the lake")).toEqual({ ok: false, code: "replaced" });
    expect(await opens(who, chosen)).toBe(true);
  });

  test("is not spent by a password that is refused", async () => {
    const token = await linkTo(await person(await organisation()));
    expect(await reset(token, "too short")).toMatchObject({ code: "password-too-short" });
    expect(await reset(token, "x".repeat(129))).toMatchObject({ code: "password-too-long" });
    expect(await reset(token, "abcdefghijklmnop")).toMatchObject({ code: "password-too-common" });
    expect((await reset(token)).ok).toBe(true);
  });

  test("has a link that no other letter replaces", async () => {
    const who = await person(await organisation(), { confirmed: false });
    const token = await linkTo(who);
    await sendActivation({ userId: who.id });
    expect((await lookAtReset(token)).ok).toBe(true);
  });

  test("is not replaced by one's own name in disguise", async () => {
    const who = await person(await organisation());
    expect(await reset(await linkTo(who), `${who.name} 1234567`)).toMatchObject({
      code: "password-too-common",
    });
  });

  test("ends every session, and its owner is told", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const sessions = [await logIn(who), await logIn(who)];
    await reset(await linkTo(who));
    for (const { sessionToken } of sessions) expect(await isLive(sessionToken)).toBe(false);
    await deliverPost();
    expect(subjects(who)).toContainEqual(expect.stringContaining("password was changed"));
  });

  test("proves the mailbox: an address that waited for that is confirmed, once, and asked for a code", async () => {
    const of = await organisation();
    const [una, jane] = [await person(of, { confirmed: false }), await person(of)];
    for (const who of [una, jane]) expect((await reset(await linkTo(who))).ok).toBe(true);
    const events = await database()
      .selectFrom("audit_events")
      .select(["actor_id", "target_id", "result", "address"])
      .where("event", "=", "email.confirmed")
      .execute();
    expect(events).toEqual([
      { actor_id: una.id, target_id: una.id, result: "success", address: visitor.address },
    ]);
    expect((await describeMethods(una.id)).emailOnSince).not.toBeNull();
    const token = await givePassword({ ...una, password: chosen });
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("never skips the second step", async () => {
    const who = await person(await organisation(), { authenticator: true, emailMethodEnabled: false });
    expect(await reset(await linkTo(who))).toMatchObject({ ok: true });
    const token = await givePassword({ ...who, password: chosen });
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("opens nothing for a user who was deactivated, or whose address was changed", async () => {
    const of = await organisation();
    for (const change of [{ status: "deactivated" as const }, { email: "elsewhere@example.com" }]) {
      const who = await person(of);
      const token = await linkTo(who);
      await database().updateTable("users").set(change).where("id", "=", who.id).execute();
      expect(await reset(token)).toEqual({ ok: false, code: "unknown" });
    }
  });
});

test("a password is never too old: it opens the door two years later", async () => {
  at("2027-05-03T14:32:00.000Z");
  const who = await person(await organisation());
  at("2029-05-03T14:32:00.000Z");
  expect(await opens(who, who.password)).toBe(true);
});

test("a hash that took less work than today's is made anew at the next login, and opens as before", async () => {
  const who = await person(await organisation());
  const weak = await hash(who.password, { ...passwordHashing, timeCost: 1 });
  await database().updateTable("users").set({ password_hash: weak }).where("id", "=", who.id).execute();
  expect(await opens(who, who.password)).toBe(true);
  const { password_hash } = await database()
    .selectFrom("users")
    .select("password_hash")
    .where("id", "=", who.id)
    .executeTakeFirstOrThrow();
  expect(password_hash).not.toBe(weak);
  expect(needsRehash(String(password_hash))).toBe(false);
  expect(await opens(who, who.password)).toBe(true);
});

test("a reset link that does not open is in the audit log of the account that it was for, if there is one", async () => {
  const of = await organisation();
  const who = await person(of);
  const older = await linkTo(who);
  const used = await linkTo(who);
  await reset(used);
  for (const token of [older, used, "never mailed to anybody"]) await reset(token);
  const events = await database()
    .selectFrom("audit_events")
    .select(["organisation_id", "actor_id", "target_id", "reason"])
    .where("event", "=", "password.reset-refused")
    .orderBy("id")
    .execute();
  const account = { organisation_id: of.id, actor_id: null, target_id: who.id };
  expect(events).toEqual([
    { ...account, reason: "replaced" },
    { ...account, reason: "used" },
    { organisation_id: null, actor_id: null, target_id: null, reason: "unknown" },
  ]);
});

describe("changing one's own password", () => {
  test("asks for the present one", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const { actor } = await logIn(who);
    expect(await changePassword(actor, "not the present one", chosen)).toMatchObject({
      code: "wrong-credentials",
    });
    expect(await changePassword(actor, who.password, "too short")).toMatchObject({
      code: "password-too-short",
    });
    expect(await opens(who, who.password)).toBe(true);
  });

  test("tells whoever gives the former one when it was changed, for ten minutes, and counts it as any wrong one", async () => {
    const changedAt = at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation({ switchedOn: false }));
    const { actor } = await logIn(who);
    expect((await changePassword(actor, who.password, chosen)).ok).toBe(true);
    // The same fields once more, and with another new one: nothing is compared but the present one.
    const again = (fields: [string, string]) => changePassword(actor, ...fields);
    const justChanged = { ok: false, code: "just-changed", changedAt };
    expect(await again([who.password, chosen])).toEqual(justChanged);
    expect(await again(["not the present one", "nine herons leave the lake"])).toEqual(justChanged);
    at("2027-05-03T14:42:00.000Z");
    expect(await again([who.password, chosen])).toEqual({ ok: false, code: "wrong-credentials" });
    for (let attempt = 0; attempt < 2; attempt += 1) await again([who.password, chosen]);
    expect(await again([who.password, chosen])).toMatchObject({ code: "too-many" });
  });

  test("takes none that is one's own name in disguise", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const { actor } = await logIn(who);
    expect(await changePassword(actor, who.password, `${who.name} 1234567`)).toMatchObject({
      code: "password-too-common",
    });
  });

  test("slows nobody who knows the present one, however often the new one is refused", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation({ switchedOn: false }));
    const { actor } = await logIn(who);
    for (let attempt = 0; attempt < 12; attempt += 1)
      expect(await changePassword(actor, who.password, "too short")).toMatchObject({
        code: "password-too-short",
      });
  });

  test("leaves the link that confirms one's address as it is", async () => {
    const who = await person(await organisation(), { confirmed: false });
    const { actor } = await logIn(who);
    await sendActivation({ userId: who.id });
    const token = tokenFor(who.email);
    expect((await changePassword(actor, who.password, chosen)).ok).toBe(true);
    expect((await lookAtActivation(token)).ok).toBe(true);
  });

  test("makes reset links void that were mailed before", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const token = await linkTo(who);
    const { actor } = await logIn(who);
    expect(await changePassword(actor, who.password, chosen)).toMatchObject({ ok: true });
    expect(await reset(token, "nine herons leave the lake")).toMatchObject({ code: "replaced" });
  });

  test("ends the other sessions, keeps this one, and tells the owner", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const other = await logIn(who);
    const here = await logIn(who);
    expect((await changePassword(here.actor, who.password, chosen)).ok).toBe(true);
    expect(await isLive(here.sessionToken)).toBe(true);
    expect(await isLive(other.sessionToken)).toBe(false);
    expect(await opens(who, who.password)).toBe(false);
    expect(await opens(who, chosen)).toBe(true);
    await deliverPost();
    expect(subjects(who)).toContainEqual(expect.stringContaining("password was changed"));
  });
});

test("a password is set for the address that its link was mailed to and for somebody active, whatever became of the link", async () => {
  const of = await organisation();
  const [who, away] = [await person(of), await person(of, { deactivated: true })];
  const set = ({ id }: Person, email: string) =>
    inTransaction((trx) => setPasswordOfAddress(trx, id, email, "a hash", new Date()));
  expect(await set(who, `former-${who.email}`)).toBe(false);
  expect(await set(away, away.email)).toBe(false);
  expect(await set(who, who.email.toUpperCase())).toBe(true);
});
