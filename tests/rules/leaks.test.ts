/** The search for leaks finds what it looks for: a net with holes catches nothing and looks the same. */
import { describe, expect, test } from "vitest";
import { leaksIn } from "../support/leaks";

describe("a security code", () => {
  const code = [{ what: "a code", value: "482913" }];

  test.each([
    "482913",
    "(jane,482913,)",
    '{"code":"482913"}',
    '{"code":482913}',
    "code=482913&next=/",
    "1482913 and 482913",
    "first:482913",
    "first.482913",
    "sent-482913",
    "code_482913_",
    "482913.",
  ])("is found in %s", (text) => expect(leaksIn(text, code)).toEqual(["a code"]));

  test.each(["", "1482913", "4829130", "12:00:01.482913+00", "0.482913", "8f1c-a482913-ab", "482913ab-8f1c"])(
    "is not found in %j, a number or an id that happens to hold it",
    (text) => expect(leaksIn(text, code)).toEqual([]),
  );
});

describe("a longer secret", () => {
  const value = "JBSWY3DPEHPK3PXP";
  const secret = [{ what: "a secret", value }];

  // The product seals as key, colon, text: unsealed it would stand behind a colon.
  test.each([
    "first:%",
    "first.%",
    "first-%",
    "first%",
    "%last",
    "x%y",
    "0%0",
    "otpauth://totp/Acme?secret=%&",
  ])("is found in %s", (around) => expect(leaksIn(around.replace("%", value), secret)).toEqual(["a secret"]));

  test("is not found where only its beginning stands", () => {
    expect(leaksIn(value.slice(0, -1), secret)).toEqual([]);
  });
});

test.each(["", "12345"])("%j is nothing to look for", (value) => {
  expect(() => leaksIn("anything", [{ what: "a key", value }])).toThrow("a key");
});
