/** A user's own choice of methods: what may be turned off, what ends with it, and who is told. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { days, seconds } from "@/lib/kernel/duration";
import type { FreshActor } from "@/lib/sessions/actor";
import { beginEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import {
  changeEmailMethod,
  changePreferredMethod,
  removeAuthenticator,
} from "@/lib/two-factor/change-methods";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { renewRecoveryCodes, showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { getMethods } from "@/lib/two-factor/standing-queries";
import { at, pass } from "../support/clock";
import { answer, enrol, loggedIn } from "../support/enrolments";
import { letters } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { eventsAbout, givePassword, isLive, logIn, type Person, setOrganisation } from "../support/world";

const methodsAtLogin = async (who: Person) =>
  (await describePendingLogin(await givePassword(who)))?.methods ?? [];

describe("methods", () => {
  test("e-mail is turned off only while an authenticator is on", async () => {
    const { who, actor } = await loggedIn();
    expect(await changeEmailMethod(actor, false)).toEqual({ ok: false, code: "needs-authenticator" });
    await enrol(actor);
    expect((await changeEmailMethod(actor, false)).ok).toBe(true);
    expect(await methodsAtLogin(who)).toEqual(["authenticator"]);
  });

  const meanwhile: [string, (who: Person) => Promise<unknown>, string][] = [
    [
      "is not confirmed any more",
      ({ id }) =>
        database().updateTable("users").set({ email_confirmed_at: null }).where("id", "=", id).execute(),
      "email-not-confirmed",
    ],
    [
      "is not allowed any more",
      (who) => setOrganisation(who, { allowed_methods: ["authenticator"] }),
      "email-not-allowed",
    ],
    [
      "is of no use any more, without two-factor login,",
      (who) => setOrganisation(who, { two_factor_enabled: false }),
      "two-factor-off",
    ],
  ];
  test.each(meanwhile)("e-mail that %s is not turned on, and nobody is told that it is", async (...given) => {
    const [, change, code] = given;
    const { who, actor } = await loggedIn({ authenticator: true });
    await changeEmailMethod(actor, false);
    await deliverPost();
    const [told, happened] = [letters(who.email).length, await eventsAbout(who)];
    await change(who);
    expect(await changeEmailMethod(actor, true)).toEqual({ ok: false, code });
    await deliverPost();
    expect([letters(who.email).length, await eventsAbout(who)]).toEqual([told, happened]);
    expect((await describeMethods(who.id)).emailMethodEnabled).toBe(false);
  });

  test("removing an authenticator voids its recovery codes and turns e-mail on again", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const [code = ""] = (await showRecoveryCodes(actor)) ?? [];
    await changeEmailMethod(actor, false);
    expect((await removeAuthenticator(actor)).ok).toBe(true);
    expect(await methodsAtLogin(who)).toEqual(["email"]);
    expect(await answer(who, "recovery-code", code)).toMatchObject({ code: "method-not-usable" });
    expect(await showRecoveryCodes(actor)).toBeUndefined();
    expect(await describeMethods(actor.userId)).toMatchObject({
      recoveryCodesLeft: 0,
      authenticatorOn: false,
    });
    expect(await removeAuthenticator(actor)).toEqual({ ok: false, code: "no-authenticator" });
  });

  test("removing an authenticator ends an enrolment that runs beside it", async () => {
    const { actor } = await loggedIn();
    await enrol(actor);
    await beginEnrolment(actor);
    expect((await removeAuthenticator(actor)).ok).toBe(true);
    expect(await showEnrolment(actor)).toBeUndefined();
  });

  test("one that can be used may be preferred, where there is another one", async () => {
    const { who, actor } = await loggedIn();
    for (const method of ["authenticator", "email", null] as const)
      expect(await changePreferredMethod(actor, method)).toEqual({ ok: false, code: "no-choice" });
    await enrol(actor);
    for (const method of ["authenticator", "email"] as const) {
      expect((await changePreferredMethod(actor, method)).ok).toBe(true);
      expect((await describePendingLogin(await givePassword(who)))?.preselected).toBe(method);
    }
  });

  const changes: [string, (actor: FreshActor) => Promise<unknown>, string][] = [
    ["replacing the authenticator", enrol, "was changed"],
    ["removing the authenticator", removeAuthenticator, "Google Authenticator was turned off"],
    ["turning e-mail off", (actor) => changeEmailMethod(actor, false), "E-mail was turned off"],
    ["new recovery codes", renewRecoveryCodes, "was changed"],
  ];
  test.each(changes)("%s ends the other sessions and tells the owner", async (_, change, subject) => {
    const { who, actor, sessionToken } = await loggedIn({ authenticator: true });
    const other = await logIn(who);
    await change(actor);
    expect(await isLive(sessionToken)).toBe(true);
    expect(await isLive(other.sessionToken)).toBe(false);
    await deliverPost();
    expect(letters(who.email).map((letter) => letter.subject)).toContainEqual(
      expect.stringContaining(subject),
    );
  });

  test("a letter says what is left to log in with", async () => {
    const { who, actor } = await loggedIn({ authenticator: true });
    await changeEmailMethod(actor, false);
    expect(await newest(who)).toContain("You now log in with a code from Google Authenticator.");
    pass(seconds(1));
    await removeAuthenticator(actor);
    const letter = await newest(who);
    expect(letter).toContain("You now log in with a code by e-mail.");
    expect(letter).toContain("they are on again");
  });

  test("a letter says that two-factor login is on only where nothing else was on, else that it is one of two", async () => {
    const [una, jane] = [await loggedIn({ confirmed: false }), await loggedIn()];
    await enrol(una.actor);
    expect(await newest(una.who)).toContain("Your password alone no longer opens your account.");

    await enrol(jane.actor);
    const enrolled = await newest(jane.who);
    expect(enrolled).toContain("Google Authenticator was turned on");
    expect(enrolled).toContain("either with a code from Google Authenticator or with a code by e-mail.");
    expect(enrolled).not.toContain("no longer opens");

    await changeEmailMethod(jane.actor, false);
    // Sent before the next one is written: the queue sends side by side what waits together.
    expect(await newest(jane.who)).toContain("E-mail was turned off");
    pass(seconds(1));
    await changeEmailMethod(jane.actor, true);
    const again = await newest(jane.who);
    expect(again).toContain("E-mail was turned on");
    expect(again).not.toContain("no longer opens");
  });

  test("two-factor login is said to be off where nothing is left", async () => {
    const { who, actor } = await loggedIn({ authenticator: true });
    await setOrganisation(who, { allowed_methods: ["authenticator"] });
    await removeAuthenticator(actor);
    expect(await newest(who)).toContain("Two-factor login was turned off");
  });

  test("e-mail that is on again is recorded, and e-mail that was never off is not", async () => {
    const { who, actor } = await loggedIn({ authenticator: true });
    await removeAuthenticator(actor);
    expect(await eventsAbout(who)).not.toContain("email-method.enabled");
    await enrol(actor);
    await changeEmailMethod(actor, false);
    await removeAuthenticator(actor);
    expect((await eventsAbout(who)).slice(-2).sort()).toEqual([
      "authenticator.removed",
      "email-method.enabled",
    ]);
  });

  test("e-mail is on since the address was confirmed, or since it was turned on again", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { who, actor } = await loggedIn({ authenticator: true });
    const confirmed = (await getMethods(database(), who.id)).emailOnSince;
    expect(confirmed).toEqual((await getMethods(database(), who.id)).emailConfirmedAt);
    await changeEmailMethod(actor, false);
    pass(days(3));
    await changeEmailMethod(actor, true);
    expect((await getMethods(database(), who.id)).emailOnSince).toEqual(new Date("2027-05-06T14:32:00.000Z"));
  });
});

/** The newest letter to `who`, with its subject. */
async function newest({ email }: Person): Promise<string> {
  await deliverPost();
  const [letter] = letters(email);
  return `${letter?.subject}\n${letter?.text}`;
}
