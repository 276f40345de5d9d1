import { describe, expect, test } from "vitest";
import type { SessionMethod } from "@/lib/sessions/session";
import type { Method } from "@/lib/two-factor/method";
import {
  mostFailuresInARow,
  owesSecondStep,
  preselected,
  proofsDue,
  type Standing,
  standingOf,
  usableMethods,
  whatIsMissing,
} from "@/lib/two-factor/policy";

const both: Method[] = ["email", "authenticator"];
const lockedOut = { authenticatorOn: false, authenticatorLockedOut: true };
const standing = (changes: Partial<Standing>): Standing => ({
  switchedOn: true,
  allowedMethods: both,
  emailConfirmed: true,
  emailMethodEnabled: true,
  authenticatorOn: true,
  authenticatorLockedOut: false,
  ...changes,
});

describe("an authenticator is on until a hundred wrong codes in a row, and locked out from then on", () => {
  test.each([
    ["none enrolled", null, false, false],
    ["one short of it", mostFailuresInARow - 1, true, false],
    ["just reached", mostFailuresInARow, false, true],
  ])("%s", (_, authenticatorFailures, authenticatorOn, authenticatorLockedOut) => {
    const stored = {
      switchedOn: true,
      allowedMethods: both,
      emailConfirmedAt: null,
      emailMethodEnabled: true,
    };
    const judged = standingOf({ ...stored, authenticatorFailures });
    expect(judged).toMatchObject({ authenticatorOn, authenticatorLockedOut });
  });
});

describe("a method is usable when the organisation allows it and the user has it", () => {
  test.each<[string, Partial<Standing>, Method[]]>([
    ["everything there", {}, both],
    ["switched off", { switchedOn: false }, []],
    ["address not confirmed", { emailConfirmed: false }, ["authenticator"]],
    ["e-mail turned off by the user", { emailMethodEnabled: false }, ["authenticator"]],
    [
      "e-mail turned off, authenticators taken away",
      { emailMethodEnabled: false, allowedMethods: ["email"] },
      ["email"],
    ],
    ["e-mail turned off, authenticator locked out", { emailMethodEnabled: false, ...lockedOut }, []],
    [
      "e-mail turned off, authenticator locked out and taken away",
      { emailMethodEnabled: false, allowedMethods: ["email"], ...lockedOut },
      ["email"],
    ],
    ["no authenticator", { authenticatorOn: false }, ["email"]],
    ["only e-mail allowed", { allowedMethods: ["email"] }, ["email"]],
    [
      "only authenticators allowed, none enrolled",
      { allowedMethods: ["authenticator"], authenticatorOn: false },
      [],
    ],
    ["nothing there", { emailConfirmed: false, authenticatorOn: false }, []],
  ])("%s", (_, changes, expected) => {
    expect(usableMethods(standing(changes))).toEqual(expected);
  });
});

describe("the password alone opens the door only to those who never had a second step", () => {
  test.each<[string, Partial<Standing>, ReturnType<typeof proofsDue>]>([
    ["nothing set up", { emailConfirmed: false, authenticatorOn: false }, []],
    ["guessed into the lock, no e-mail", { emailConfirmed: false, ...lockedOut }, ["recovery-code"]],
    ["guessed into the lock, e-mail there", lockedOut, ["email"]],
    [
      "guessed into the lock, e-mail turned off",
      { emailMethodEnabled: false, ...lockedOut },
      ["recovery-code"],
    ],
    [
      "locked out where authenticators are not allowed",
      { emailConfirmed: false, allowedMethods: ["email"], ...lockedOut },
      [],
    ],
  ])("%s", (_, changes, expected) => {
    expect(proofsDue(standing(changes))).toEqual(expected);
  });
});

describe("a live session owes the second step when what opened it does not count, and something else would", () => {
  const emailOnly: Partial<Standing> = { allowedMethods: ["email"] };
  const authenticatorOnly: Partial<Standing> = { allowedMethods: ["authenticator"] };
  test.each<[SessionMethod, string, Partial<Standing>, boolean]>([
    ["password", "both allowed", {}, true],
    ["password", "switched off", { switchedOn: false }, false],
    ["password", "nothing set up", { emailConfirmed: false, authenticatorOn: false }, false],
    ["email", "both allowed", {}, false],
    ["email", "e-mail forbidden", authenticatorOnly, true],
    ["email", "e-mail forbidden, switched off", { ...authenticatorOnly, switchedOn: false }, false],
    ["email", "e-mail forbidden, no authenticator", { ...authenticatorOnly, authenticatorOn: false }, false],
    ["email", "e-mail forbidden, authenticator locked out", { ...authenticatorOnly, ...lockedOut }, true],
    ["authenticator", "both allowed", {}, false],
    ["authenticator", "authenticators forbidden", emailOnly, true],
    ["authenticator", "authenticators forbidden, no e-mail", { ...emailOnly, emailConfirmed: false }, false],
    ["recovery-code", "both allowed", {}, false],
    ["recovery-code", "e-mail forbidden", authenticatorOnly, false],
    ["recovery-code", "authenticator locked out", lockedOut, false],
    ["recovery-code", "authenticators forbidden", emailOnly, true],
  ])("by %s, %s: %s", (method, _, changes, expected) => {
    expect(owesSecondStep(method, standing(changes))).toBe(expected);
  });
});

describe("whoever has no usable method is told what to do", () => {
  test.each<[string, Partial<Standing>, ReturnType<typeof whatIsMissing>]>([
    ["nothing while the switch is off", { switchedOn: false, emailConfirmed: false }, undefined],
    ["nothing with a method", {}, undefined],
    ["confirm the address", { emailConfirmed: false, authenticatorOn: false }, "confirm-email"],
    [
      "enrol where e-mail is not allowed",
      { allowedMethods: ["authenticator"], authenticatorOn: false, emailConfirmed: false },
      "enrol-authenticator",
    ],
  ])("%s", (_, changes, expected) => {
    expect(whatIsMissing(standing(changes))).toBe(expected);
  });
});

test("the preferred method is preselected, else the last used, else the first; never an unusable one", () => {
  expect(preselected(both, { preferred: "authenticator", last: "email" })).toBe("authenticator");
  expect(preselected(both, { preferred: null, last: "authenticator" })).toBe("authenticator");
  expect(preselected(both, { preferred: null, last: "recovery-code" })).toBe("email");
  expect(preselected(["email"], { preferred: "authenticator", last: "authenticator" })).toBe("email");
  expect(preselected([], { preferred: "email", last: null })).toBeUndefined();
});
