/** Which language somebody reads, and how it counts. */
import { expect, test } from "vitest";
import { chooseLanguage, isLanguage, languageNames, languages } from "@/lib/words/language";
import { plural } from "@/lib/words/plural";
import { wordsIn } from "@/lib/words/words";

test("what a person has chosen comes before what the browser says", () => {
  expect(chooseLanguage(["en", null], "de")).toBe("en");
});

test("an unknown wish is passed over", () => {
  expect(chooseLanguage(["tlh", undefined, null])).toBe("en");
});

test.each([null, "", "*", "xx;q=", "de-CH, fr;q=0.9", "en;q=0.1, de", ";;;,,,q=1", "en-GB"])(
  "the header %j ends in a language that there is",
  (header) => {
    expect(isLanguage(chooseLanguage([], header))).toBe(true);
  },
);

test("every language has a name and a catalogue", () => {
  for (const language of languages) {
    expect(languageNames[language]).not.toBe("");
    expect(wordsIn(language).general).toBeDefined();
  }
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
