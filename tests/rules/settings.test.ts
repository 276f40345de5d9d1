/** What stands against a change of the settings, and what a choice does to how many people. */
import { expect, test } from "vitest";
import { choiceHints } from "@/app/(signed-in)/administration/settings/security/choice-hints";
import {
  type Adoption,
  activeUsers,
  usersAsked,
  usersLosing,
  usersNotAsked,
  usersWith,
  usersWithout,
} from "@/lib/organisations/adoption";
import { changedSettings, judgeSettings, type Settings } from "@/lib/organisations/settings";
import type { Method } from "@/lib/two-factor/method";
import { languages } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";

const present: Settings = {
  name: "Acme",
  language: null,
  switchedOn: true,
  allowedMethods: ["email", "authenticator"],
  revision: 7,
};

test("a save on a newer revision is told, and sees what stands there", () => {
  expect(judgeSettings(present, { name: "Acme 2" }, { revision: 6 })).toEqual({
    code: "changed-meanwhile",
    present,
  });
});

test("whoever wants what is there already is told of no newer revision: they undo nothing of anybody's", () => {
  const { name, switchedOn, allowedMethods } = present;
  expect(judgeSettings(present, { name }, { revision: 6 })).toBeUndefined();
  expect(judgeSettings(present, { switchedOn, allowedMethods }, { revision: 6 })).toBeUndefined();
});

test("one method at least stays while the switch is on", () => {
  expect(judgeSettings(present, { allowedMethods: [] }, { revision: 7 })?.code).toBe("no-method-left");
  const off = { ...present, switchedOn: false };
  expect(judgeSettings(off, { switchedOn: true, allowedMethods: [] }, { revision: 7 })?.code).toBe(
    "no-method-left",
  );
  expect(judgeSettings(off, { allowedMethods: [] }, { revision: 7 })).toBeUndefined();
});

test("switching off is asked about first", () => {
  const off = { switchedOn: false, allowedMethods: [] };
  expect(judgeSettings(present, off, { revision: 7 })?.code).toBe("switch-off-unconfirmed");
  expect(judgeSettings(present, off, { revision: 7, switchOffConfirmed: true })).toBeUndefined();
});

test("methods that are not chosen while the switch is off stay as they were", () => {
  expect(changedSettings(present, { switchedOn: false, allowedMethods: [] })).toEqual({
    ...present,
    switchedOn: false,
  });
});

const none = { authenticatorOn: false, authenticatorLockedOut: false };
const on = { authenticatorOn: true, authenticatorLockedOut: false };
const lockedOut = { authenticatorOn: false, authenticatorLockedOut: true };
const adoption: Adoption = [
  { emailConfirmed: true, emailMethodEnabled: true, ...on, count: 2 },
  { emailConfirmed: true, emailMethodEnabled: true, ...none, count: 3 },
  { emailConfirmed: false, emailMethodEnabled: true, ...on, count: 5 },
  { emailConfirmed: true, emailMethodEnabled: false, ...on, count: 11 },
  { emailConfirmed: false, emailMethodEnabled: true, ...lockedOut, count: 13 },
  { emailConfirmed: false, emailMethodEnabled: true, ...none, count: 7 },
];
const both: Method[] = ["email", "authenticator"];

test("every active user is counted once", () => {
  expect(activeUsers(adoption)).toBe(41);
});

test("a method counts for whom a login offers it: turned off in favour of an authenticator, e-mail is back without those", () => {
  expect(usersWith(adoption, ["email"], both)).toBe(5);
  expect(usersWith(adoption, ["email"], ["email"])).toBe(16);
  expect(usersWith(adoption, ["authenticator"], both)).toBe(18);
  expect(usersWith(adoption, ["authenticator"], ["email"])).toBe(0);
  expect(usersWith(adoption, both, both)).toBe(2);
  expect(usersWithout(adoption, both)).toBe(20);
  expect(usersWithout(adoption, ["email"])).toBe(25);
});

test("who is asked for a second step, and who is not, are everybody", () => {
  expect(usersAsked(adoption, both)).toBe(34);
  expect(usersAsked(adoption, ["email"])).toBe(16);
  // An authenticator that is locked out asks for a recovery code.
  expect(usersAsked(adoption, ["authenticator"])).toBe(31);
  expect(usersAsked(adoption, [])).toBe(0);
  expect(usersNotAsked(adoption, ["email"])).toBe(25);
});

test("a last method is lost by those who have no other one that is allowed afterwards", () => {
  expect(usersLosing(adoption, both, ["authenticator"])).toBe(3);
  // Not by those who had turned e-mail off: it is what they are asked for then.
  expect(usersLosing(adoption, both, ["email"])).toBe(18);
  // Whoever has both goes from one to the other, and whoever could use none before loses none.
  expect(usersLosing(adoption, ["email"], ["authenticator"])).toBe(3);
  expect(usersLosing(adoption, ["email"], both)).toBe(0);
});

test.each(languages)(
  "the others are spoken of in %s where there are some, switched on or off",
  (language) => {
    const words = wordsIn(language).settings.security;
    const all: Adoption = [{ emailConfirmed: true, emailMethodEnabled: true, ...none, count: 2 }];
    for (const switchedOn of [true, false]) {
      const hint = (of: Adoption) => choiceHints(words, { ...present, switchedOn }, of).enable;
      expect(hint(adoption)).toContain(words.enableOthers);
      expect(hint(all)).not.toContain(words.enableOthers);
    }
  },
);

test("one user is asked, and several are", () => {
  const { on } = wordsIn("en").settings.security.enableHint;
  expect(on(1, 30)).toBe("1 of 30 active users is asked for a second step after the password.");
  expect(on(21, 30)).toBe("21 of 30 active users are asked for a second step after the password.");
});
