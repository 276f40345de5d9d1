/** A long password that hides a short one is refused; a phrase of ordinary words is not, and neither is chance. */
import { dictionary } from "@zxcvbn-ts/language-common";
import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { isCommonPassword, mostCommon } from "@/lib/accounts/common-passwords";
import { shortestPassword, weaknessOf } from "@/lib/accounts/password";

const judge = (password: string, context: string[] = []) => weaknessOf(password, context);

/** Some of the most common ones, from the first to the three-thousandth. */
const common = ["123456", "password", "dragon", "letmein", "sunshine", "trustno1", "qwertyuiop", "1q2w3e4r"];

test("the 3000 most common passwords are known, and many more", () => {
  expect(mostCommon).toBe(3_000);
  const known = dictionary["passwords-common"];
  expect(known.length).toBeGreaterThan(40_000);
  expect([...known, ...common].filter((password) => !isCommonPassword(password))).toEqual([]);
});

test.each(common)("%s is refused however it is brought to fifteen characters", (password) => {
  const longer = (fill: string) => password.padEnd(shortestPassword, fill);
  const disguises = [
    longer("1"),
    longer("1234567890"),
    longer(password),
    password.padStart(shortestPassword, "0"),
    longer("!"),
    `!!${longer("#")}`,
    `${password} ${password} ${password}`,
    longer(" ").toUpperCase(),
  ];
  for (const disguise of disguises)
    expect([disguise, judge(disguise)]).toEqual([disguise, "password-too-common"]);
});

test.each([
  ["P@ssw0rd!P@ssw0rd!", "signs that look like letters"],
  ["123456789987654321", "common as it is"],
  ["1qaz2wsx3edc4rfv", "a way over the keyboard"],
  ["qwertyuiopasdfgh", "two rows of the keyboard"],
  ["dragon2027!2027", "a common word and years"],
  ["monkeydragon2027!", "two common words"],
  ["tangerine-1234567", "one less common word"],
  ["my-password-is-1!", "a word with little beside"],
  ["abcdefg1abcdefg1", "eight characters twice"],
  ["aaaaaaaaaaaaaaa!1", "one letter held down, and padded"],
  ["qwertzu-qwertzu", "seven characters twice"],
  ["хорошохорошохорошо", "a word three times, in any script"],
])("%s is refused: %s", (password) => {
  expect(judge(password)).toBe("password-too-common");
});

test("words of organisation, person and address do not count, in whatever order and dress", () => {
  const context = ["Acme Instruments", "Ada Lovelace", "ada.lovelace@acme.example"];
  for (const password of [
    "Acme.Lovelace.1815",
    "lovelaceINSTRUMENTS",
    "@cme-L0velace-!!!!",
    "instrumentsacme1",
  ])
    expect([password, judge(password, context)]).toEqual([password, "password-too-common"]);
});

test.each([
  ["José Fernández", "jose fernandez 2024"],
  ["Jürgen Großmüller", "JURGENGroßmuller1"],
  ["İpek Yıldırım", "ipek-yıldırım-1923"],
  ["प्रिया शर्मा", "प्रिया शर्मा 2024"],
])("a name does not count with its accents or without: %s in %s", (name, password) => {
  expect(judge(password, [name])).toBe("password-too-common");
});

test.each([
  "tangerine harbour seventy",
  "lantern orchard violin",
  "correct horse battery staple",
  "acme otters cross the river",
  "my cat loves old radios",
  "482910573620174",
  "4829105a3620174",
])("%s is taken", (password) => {
  expect(judge(password, ["Acme Instruments"])).toBeUndefined();
});

test("fifteen lower-case letters drawn by lot are taken: nothing is asked of their composition", () => {
  const letter = constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  const drawn = array(letter, { minLength: 15, maxLength: 15, size: "max" }).map((letters) =>
    letters.join(""),
  );
  // With a seed: chance may draw a word once in millions, and no test may fail by chance.
  assert(
    property(drawn, (password) => judge(password) === undefined),
    { seed: 1815, numRuns: 500 },
  );
});

test("judging the longest password takes no time that anybody would notice", () => {
  const worst = ["a".repeat(128), "ab".repeat(64), "password1".repeat(14), "qwertydragon".repeat(10)];
  const began = performance.now();
  for (let round = 0; round < 25; round += 1)
    for (const password of worst) judge(password, ["Acme Instruments"]);
  expect((performance.now() - began) / 100).toBeLessThan(25);
});

test("short names count as words, and not as parts of others", () => {
  const context = ["Acme", "Zoe Zimmer", "Bea Both", "Ada Archer"];
  for (const password of ["zoe zimmer acme zoe", "bea both bea both acme", "Ada-Archer-ADA-Acme"])
    expect([password, judge(password, context)]).toEqual([password, "password-too-common"]);
  for (const password of ["beautiful canada beach", "cascading adagio bear"])
    expect([password, judge(password, context)]).toEqual([password, undefined]);
});
