/** The link of the activation e-mail: what it confirms, how often, until when, and for whom. */
import { describe, expect, test } from "vitest";
import { confirmEmail, lookAtActivation } from "@/lib/accounts/confirm-email";
import { replaceOlderEmailTokens } from "@/lib/accounts/email-token-queries";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { requestActivationAgain, requestOwnActivation, sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { days, seconds } from "@/lib/kernel/duration";
import { startLogin } from "@/lib/login/start-login";
import { closeTransport } from "@/lib/mail/transport";
import { startSilentMailServer } from "../mail/mail-server";
import { at, pass } from "../support/clock";
import { logged } from "../support/console";
import { loggedIn } from "../support/enrolments";
import { letters } from "../support/mailbox";
import { deliverPost, tokenFor } from "../support/post";
import { nothingBegun, organisation, type Person, person, visitor } from "../support/world";

const chosen = "seven otters cross the river";

async function newcomer(wishes: Parameters<typeof person>[1] = {}): Promise<Person> {
  return person(await organisation(), { confirmed: false, ...wishes });
}

/** Mails `who` a link and returns its token. */
async function linkTo(who: Person): Promise<string> {
  await sendActivation({ userId: who.id });
  return tokenFor(who.email);
}

const confirm = (token: string, password: string | null = null) => confirmEmail(token, password, visitor);

const rowOf = ({ id }: Person) =>
  database().selectFrom("users").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const set = ({ id }: Person, change: { email?: string; email_confirmed_at?: null; status?: "deactivated" }) =>
  database().updateTable("users").set(change).where("id", "=", id).execute();

async function methodsAtLogin(who: Person, password = who.password) {
  const started = await startLogin({ ...who, password }, { ...nothingBegun, visitor });
  return started.ok ? started.value.proofs : started.code;
}

describe("a link", () => {
  test("is opened as often as one likes, and spends nothing", async () => {
    const who = await newcomer();
    const token = await linkTo(who);
    for (let opened = 0; opened < 3; opened += 1) {
      expect(await lookAtActivation(token)).toMatchObject({
        ok: true,
        value: { email: who.email, needsPassword: false },
      });
    }
    expect((await rowOf(who)).email_confirmed_at).toBeNull();
    expect((await confirm(token)).ok).toBe(true);
  });

  test("confirms once, and from then on a login asks for a code by e-mail", async () => {
    const who = await newcomer();
    const token = await linkTo(who);
    expect(await methodsAtLogin(who)).toEqual([]);
    expect((await confirm(token)).ok).toBe(true);
    expect(await confirm(token)).toEqual({ ok: false, code: "confirmed-already" });
    expect(await lookAtActivation(token)).toEqual({ ok: false, code: "confirmed-already" });
    expect(await methodsAtLogin(who)).toEqual(["email"]);
  });

  test("is replaced by a newer e-mail", async () => {
    const who = await newcomer();
    const older = await linkTo(who);
    const newer = await linkTo(who);
    expect(newer).not.toBe(older);
    expect(await lookAtActivation(older)).toEqual({ ok: false, code: "replaced" });
    expect(await confirm(older)).toEqual({ ok: false, code: "replaced" });
    expect((await confirm(newer)).ok).toBe(true);
  });

  test("is not replaced by an older one whose letter was longer on its way", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await newcomer();
    await linkTo(who);
    const older = await database().selectFrom("email_tokens").select("id").executeTakeFirstOrThrow();
    pass(seconds(1));
    const newer = await linkTo(who);
    await replaceOlderEmailTokens(database(), older.id, new Date());
    expect((await confirm(newer)).ok).toBe(true);
  });

  test("is replaced by the next one, though both were made within one tick of the clock", async () => {
    at("2027-05-03T14:32:00.000Z");
    // Several people: of one, the ids that chance gives might be in the right order anyway.
    for (const who of await Promise.all(Array.from({ length: 8 }, () => newcomer()))) {
      const former = await linkTo(who);
      const next = await linkTo(who);
      expect(await lookAtActivation(former)).toMatchObject({ code: "replaced" });
      expect((await lookAtActivation(next)).ok).toBe(true);
    }
  });

  test.each([
    [days(7) - 1, true],
    [days(7), false],
  ])("after %i ms still works: %s", async (age, works) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await newcomer();
    const token = await linkTo(who);
    pass(age as ReturnType<typeof days>);
    expect((await lookAtActivation(token)).ok).toBe(works);
    expect(await confirm(token)).toMatchObject(works ? { ok: true } : { code: "run-out" });
  });

  test("confirms the address that it was sent to and no other", async () => {
    const who = await newcomer();
    const token = await linkTo(who);
    await set(who, { email: "elsewhere@example.com" });
    expect(await lookAtActivation(token)).toEqual({ ok: false, code: "unknown" });
    expect(await confirm(token)).toEqual({ ok: false, code: "unknown" });
    expect((await rowOf(who)).email_confirmed_at).toBeNull();
  });

  test("that was used says so when its address waits for confirmation again", async () => {
    const usedAt = at("2027-05-03T14:32:00.000Z");
    const who = await newcomer();
    const token = await linkTo(who);
    await confirm(token);
    await set(who, { email_confirmed_at: null });
    expect(await lookAtActivation(token)).toEqual({ ok: false, code: "used", usedAt });
    expect(await confirm(token)).toEqual({ ok: false, code: "used" });
  });

  test("opens nothing for a user who was deactivated", async () => {
    const who = await newcomer();
    const token = await linkTo(who);
    await set(who, { status: "deactivated" });
    expect(await confirm(token)).toEqual({ ok: false, code: "unknown" });
  });

  test("whose letter the mail server took without saying so, opens until a later letter is taken", async () => {
    const who = await newcomer();
    const { taken } = await startSilentMailServer();
    await expect(sendActivation({ userId: who.id })).rejects.toThrow("mail-unanswered");
    expect(logged("mail.unanswered")).toHaveLength(1);
    const [, token = ""] = /verify-email\?token=(\S+)/.exec(taken[0]?.text ?? "") ?? [];
    expect((await lookAtActivation(token)).ok).toBe(true);
    closeTransport();
    await linkTo(who);
    expect(await lookAtActivation(token)).toEqual({ ok: false, code: "replaced" });
  });

  test("that resets a password confirms nothing", async () => {
    const who = await newcomer();
    await requestPasswordReset(who.email, visitor);
    await deliverPost();
    expect(await confirm(tokenFor(who.email))).toEqual({ ok: false, code: "unknown" });
  });

  test.each(["", "A".repeat(43), "x".repeat(5_000), "'; drop table users; --", "\u0000"])(
    "that nobody was sent (%j) is unknown",
    async (token) => {
      expect(await lookAtActivation(token)).toEqual({ ok: false, code: "unknown" });
      expect(await confirm(token)).toEqual({ ok: false, code: "unknown" });
    },
  );

  test("is stored as a digest alone", async () => {
    const token = await linkTo(await newcomer());
    const rows = await database().selectFrom("email_tokens").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("a new user", () => {
  test("chooses a password together with the confirmation, or neither happens", async () => {
    const chosenAt = at("2027-05-03T14:32:00.000Z");
    const who = await newcomer({ withoutPassword: true });
    const token = await linkTo(who);
    expect(await lookAtActivation(token)).toMatchObject({ value: { needsPassword: true } });
    expect(await confirm(token)).toMatchObject({ code: "password-missing" });
    expect(await confirm(token, "")).toMatchObject({ code: "password-missing" });
    expect(await confirm(token, "too short")).toMatchObject({ code: "password-too-short" });
    expect(await confirm(token, "x".repeat(129))).toMatchObject({ code: "password-too-long" });
    expect(await confirm(token, `${who.name} 1234567`)).toMatchObject({ code: "password-too-common" });
    expect(await rowOf(who)).toMatchObject({ email_confirmed_at: null, password_hash: null });

    expect((await confirm(token, chosen)).ok).toBe(true);
    expect(await methodsAtLogin(who, chosen)).toEqual(["email"]);
    expect(await rowOf(who)).toMatchObject({ password_changed_at: chosenAt });
  });
});

test("a user who has a password keeps it, whatever is sent along, and is told so", async () => {
  const who = await newcomer();
  const { password_hash, password_changed_at } = await rowOf(who);
  const confirmed = await confirm(await linkTo(who), chosen);
  const owner = { userId: who.id, email: who.email };
  expect(confirmed).toEqual({ ok: true, value: { owner, browserToken: null, passwordStays: true } });
  expect(await rowOf(who)).toMatchObject({ password_hash, password_changed_at });
  expect(await methodsAtLogin(who, chosen)).toBe("wrong-credentials");
  expect(await methodsAtLogin(who)).toEqual(["email"]);

  const other = await newcomer();
  expect(await confirm(await linkTo(other))).toMatchObject({ value: { passwordStays: false } });
});

test("who has chosen a password by the other link finds the address confirmed already, and keeps that password", async () => {
  const who = await newcomer({ withoutPassword: true });
  const token = await linkTo(who);
  await requestPasswordReset(who.email, visitor);
  await deliverPost();
  expect((await resetPassword(tokenFor(who.email), chosen, visitor)).ok).toBe(true);
  expect(await lookAtActivation(token)).toMatchObject({ code: "confirmed-already" });
  expect(await confirm(token, "nine herons leave the lake")).toMatchObject({ code: "confirmed-already" });
  expect(await methodsAtLogin(who, chosen)).toEqual(["email"]);
});

test("asking for one's own address says where it is confirmed already, and mails nothing", async () => {
  const { who, actor } = await loggedIn({ confirmed: false });
  expect(await requestOwnActivation(actor)).toEqual({ ok: true });
  await deliverPost();
  await confirm(tokenFor(who.email));
  expect(await requestOwnActivation(actor)).toEqual({ ok: false, code: "confirmed-already" });
  await deliverPost();
  expect(letters(who.email)).toHaveLength(1);
});

test("asking for a new link answers alike for everybody, and mails those who await one", async () => {
  const of = await organisation();
  const waiting = await person(of, { confirmed: false });
  const confirmed = await person(of);
  const gone = await person(of, { confirmed: false, deactivated: true });
  for (const email of [waiting.email.toUpperCase(), confirmed.email, gone.email, "nobody@example.com"]) {
    expect(await requestActivationAgain(email, visitor)).toMatchObject({ ok: true });
  }
  await deliverPost();
  expect(letters().map(({ to }) => to)).toEqual([waiting.email]);
  expect((await confirm(tokenFor(waiting.email))).ok).toBe(true);
});
