/** A moment is said so that it cannot be taken for another one. */
import { expect, test } from "vitest";
import type { Language } from "@/lib/words/language";
import { languages } from "@/lib/words/language";
import { whenItWas, whenToComeBack } from "@/lib/words/moment";
import { wordsIn } from "@/lib/words/words";

// By the zone of this process, as readers are told, too.
const at = (day: number, hour: number, minute = 0, second = 0) =>
  new Date(2026, 4, day, hour, minute, second);

test("who waits for less than half a day of today is told the second", () => {
  expect(whenToComeBack(at(3, 14, 32, 10), at(3, 9), "en")).toMatch(/^at 14:32:10 \S+$/);
});

test.each<[string, Date, Date]>([
  ["a minute ahead, behind midnight", at(3, 23, 59), at(4, 0, 1)],
  ["a day ahead", at(3, 14, 32), at(4, 14, 32)],
  ["late today, early today", at(3, 1), at(3, 13, 1)],
])("who waits for what a time alone would not tell is told the day: %s", (_, present, until) => {
  const clock = `${until.getHours()}`.padStart(2, "0");
  const said = new RegExp(`^on ${until.getDate()} May 2026 at ${clock}:\\d\\d \\S+$`);
  expect(whenToComeBack(until, present, "en")).toMatch(said);
});

test("what was today is told to the second, however long ago, and what was on another day with its day", () => {
  expect(whenItWas(at(3, 0, 32, 10), at(3, 23, 59), "en")).toMatch(/^at 00:32:10 \S+$/);
  expect(whenItWas(at(3, 23, 59, 59), at(4, 0, 1), "en")).toMatch(/^on 3 May 2026 at 23:59 \S+$/);
});

test("who comes at the minute that was said is not early", () => {
  expect(whenToComeBack(at(4, 14, 32, 10), at(3, 9), "en")).toContain("at 14:33 ");
  expect(whenToComeBack(at(4, 14, 32), at(3, 9), "en")).toContain("at 14:32 ");
});

test("who comes at the second that was said is not early", () => {
  const between = (day: number, hour: number, minute: number, second: number) =>
    new Date(at(day, hour, minute, second).getTime() - 100);
  expect(whenToComeBack(between(3, 14, 32, 11), at(3, 9), "en")).toMatch(/^at 14:32:11 /);
  expect(whenToComeBack(between(4, 0, 0, 0), at(3, 23, 59), "en")).toMatch(/^on 4 May 2026 at 00:00 /);
});

test.each<[Language, RegExp, RegExp]>([
  ["de", /^um 14:32:10 /, /^am 4\. Mai 2026 um 14:33 /],
  ["nl", /^om 14:32:10 /, /^op 4 mei 2026 om 14:33 /],
])("it is said as %s says it", (language, today, anotherDay) => {
  expect(whenToComeBack(at(3, 14, 32, 10), at(3, 9), language)).toMatch(today);
  expect(whenToComeBack(at(4, 14, 32, 10), at(3, 9), language)).toMatch(anotherDay);
});

test.each(languages)("in %s it fits into every sentence that says when", (language) => {
  const { general, login, users } = wordsIn(language);
  for (const when of [general.when.today("14:32"), general.when.anotherDay("14:32")]) {
    const [preposition] = when.split(" ");
    const sentences = [
      general.tooMany(when),
      login.byEmail.tooMany(when),
      users.form.mailedEnough(when),
      users.form.addressMailedEnough(when),
      ...[true, false].map((byOneself) => users.form.changedMeanwhile(byOneself, when, [])),
    ];
    for (const sentence of sentences) {
      expect(sentence).toContain(when);
      expect(sentence).not.toMatch(new RegExp(`\\b(at|on|um|am|om|op) ${preposition}\\b`));
    }
  }
});
