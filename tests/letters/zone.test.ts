/** The zone of a moment: these tests run in one that has a name of its own in Europe. */
import { expect, test } from "vitest";
import { languages } from "@/lib/words/language";
import { clockTime, dayAndTime } from "@/lib/words/moment";

test.each(languages)("in %s a time alone is of the zone that is named beside a day", (language) => {
  const moment = new Date("2027-05-03T12:32:10Z");
  const zoneIn = (text: string) => text.split(" ").at(-1);
  expect(zoneIn(clockTime(moment, language))).toBe(zoneIn(dayAndTime(moment, language)));
});
