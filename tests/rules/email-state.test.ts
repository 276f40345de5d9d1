/** What one's own page and the administrator's say of codes by e-mail is what a login does with them. */
import { expect, test } from "vitest";
import { type EmailState, emailAfterwards, emailState } from "@/app/(signed-in)/email-state";
import type { Standing } from "@/lib/two-factor/policy";

const standing: Standing = {
  switchedOn: true,
  allowedMethods: ["email", "authenticator"],
  emailConfirmed: true,
  emailMethodEnabled: true,
  authenticatorOn: true,
  authenticatorLockedOut: false,
};
const turnedOff: Partial<Standing> = { emailMethodEnabled: false };
const lockedOut: Partial<Standing> = { authenticatorOn: false, authenticatorLockedOut: true };

test.each<[string, Partial<Standing>, EmailState]>([
  ["confirmed", {}, "on"],
  ["confirmed, while two-factor login is off", { switchedOn: false }, "on"],
  ["not confirmed", { emailConfirmed: false }, "not-confirmed"],
  ["not allowed", { allowedMethods: ["authenticator"] }, "not-allowed"],
  ["turned off", turnedOff, "turned-off"],
  ["turned off, while two-factor login is off", { ...turnedOff, switchedOn: false }, "turned-off"],
  ["turned off beside an authenticator that is locked out", { ...turnedOff, ...lockedOut }, "turned-off"],
  [
    "turned off where authenticators are not allowed any more",
    { ...turnedOff, allowedMethods: ["email"] },
    "on-again",
  ],
])("e-mail that is %s is said to be so", (_, changes, state) => {
  expect(emailState({ ...standing, ...changes })).toBe(state);
});

test.each<[string, Partial<Standing>, ReturnType<typeof emailAfterwards>]>([
  ["confirmed", turnedOff, "on"],
  ["confirmed, beside an authenticator that is locked out", { ...turnedOff, ...lockedOut }, "on"],
  ["not confirmed", { emailConfirmed: false }, "not-confirmed"],
  ["not allowed", { allowedMethods: ["authenticator"] }, undefined],
  ["confirmed, while two-factor login is off", { switchedOn: false }, undefined],
])("e-mail that is %s, without the authenticator: %o: %s", (_, changes, state) => {
  expect(emailAfterwards({ ...standing, ...changes })).toBe(state);
});
