/** Which language somebody reads, and how it counts. */
import { expect, test } from "vitest";
import { chooseLanguage, type Language } from "@/lib/words/language";
import { plural } from "@/lib/words/plural";

test("what a person has chosen comes before what the browser says", () => {
  expect(chooseLanguage(["en", null], "de")).toBe("en");
});

test("an unknown wish is passed over", () => {
  expect(chooseLanguage(["tlh", undefined, null])).toBe("en");
});

test.each<[string | null, Language]>([
  [null, "en"],
  ["", "en"],
  ["*", "en"],
  ["fr, tlh", "en"],
  ["nl", "nl"],
  ["nl, de", "nl"],
  ["de-CH, fr;q=0.9", "de"],
  ["DE", "de"],
  ["fr, nl;q=0.5, de;q=0.8", "de"],
  ["en;q=0.1, de", "de"],
  // "Not this one" (RFC 9110 §12.4.2).
  ["de;q=0, nl;q=0.1", "nl"],
  ["de;q=0", "en"],
  ["de;q=0.0.1, nl", "nl"],
  ["xx;q=", "en"],
  [";;;,,,q=1", "en"],
])("a browser that asks for %j reads %s", (header, language) => {
  expect(chooseLanguage([], header)).toBe(language);
});

test("counts take the form of their language, and its separators", () => {
  const tries = { one: "# try", other: "# tries" };
  expect([0, 1, 2, 1_000_000].map((count) => plural("en", count, tries))).toEqual([
    "0 tries",
    "1 try",
    "2 tries",
    "1,000,000 tries",
  ]);
});
