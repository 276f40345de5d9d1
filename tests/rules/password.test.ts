import { describe, expect, test } from "vitest";
import { longestPassword, shortestPassword, weaknessOf } from "@/lib/accounts/password";

const context = ["Acme Instruments", "Ada Lovelace", "ada@acme.example"];
const judge = (password: string) => weaknessOf(password, context);

describe("length", () => {
  test.each([
    ["seven otters c", "password-too-short"],
    ["seven otters cr", undefined],
    ["ab cd".padEnd(longestPassword, "seven otters cross the river, "), undefined],
    ["ab cd".padEnd(longestPassword + 1, "seven otters cross the river, "), "password-too-long"],
  ])("%s is %s", (password, verdict) => {
    expect(judge(password)).toBe(verdict);
  });

  test("is 15 to 128 characters, whatever bytes they take", () => {
    expect([shortestPassword, longestPassword]).toEqual([15, 128]);
    // Fourteen and fifteen characters outside the basic plane: two UTF-16 units each.
    const animals = [..."🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🦆🦅"];
    expect(judge(animals.slice(0, 14).join(""))).toBe("password-too-short");
    expect(judge(animals.join(""))).toBeUndefined();
  });
});

test.each([
  "lantern orchard violin",
  "    spaces  are  characters",
  "zażółć gęślą jaźń",
  "パスワードではない十五文字以上の言葉",
])("%s is taken as it is: nothing is asked of its composition", (password) => {
  expect(judge(password)).toBeUndefined();
});

describe("too common", () => {
  test.each([
    ["aaaaaaaaaaaaaaaa", "one letter"],
    ["abcabcabcabcabcabc", "one pattern"],
    ["12341234123412341", "one pattern with a rest"],
    ["abcdefghijklmnop", "a run"],
    ["987654321098765", "a run backwards"],
    ["passwordpassword", "one word twice"],
    ["Password12345678", "a common word and digits"],
    ["Acme-Instruments-2027", "the organisation"],
    ["ada.lovelace.1815", "the person"],
    ["Welcome!Twostep!1", "the product"],
  ])("%s is %s", (password) => {
    expect(judge(password)).toBe("password-too-common");
  });

  test("is no password that only mentions the organisation", () => {
    expect(judge("acme otters cross the river")).toBeUndefined();
  });
});
