/** Moments as people read them on pages and in letters: in their language, by the server's time zone, always named. */
import { after } from "@/lib/kernel/clock";
import { type Duration, hours, minutes, seconds } from "@/lib/kernel/duration";
import { onceForEach } from "@/lib/kernel/once-for-each";
import { type Language, localeOf } from "./language";
import { wordsIn } from "./words";

const clockTimes = onceForEach(
  (language: Language) =>
    new Intl.DateTimeFormat(localeOf(language), {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    }),
);

const days = onceForEach(
  (language: Language) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long" }),
);

const daysAndTimes = onceForEach(
  (language: Language) =>
    new Intl.DateTimeFormat(localeOf(language), {
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    }),
);

/** `14:32:10 UTC`. */
export const clockTime = (moment: Date, language: Language) => clockTimes(language).format(moment);

/** `3 May 2026`. */
export const day = (moment: Date, language: Language) => days(language).format(moment);

/** `2026-05-03`, as the names of files say it in every language. */
export const dayInNames = (moment: Date) =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(moment);

/** `3 May 2026 at 14:32 UTC`. */
export const dayAndTime = (moment: Date, language: Language) => daysAndTimes(language).format(moment);

/**
 * Until when somebody waits, seen from `present`: `at 14:32:10 UTC`, and `on 3 May 2026 at 14:33 UTC` where the time alone
 * could be taken for that of another day. What is said is rounded up: who comes at that moment is not early.
 */
export function whenToComeBack(until: Date, present: Date, language: Language): string {
  const { when } = wordsIn(language).general;
  const second = roundedUp(until, seconds(1));
  if (second <= after(present, hours(12)) && isSameDay(second, present))
    return when.today(clockTime(second, language));
  return when.anotherDay(dayAndTime(roundedUp(until, minutes(1)), language));
}

/** When something was, seen from `present`: `at 14:32:10 UTC`, and `on 3 May 2026 at 14:32 UTC` where that was another day. */
export function whenItWas(moment: Date, present: Date, language: Language): string {
  const { when } = wordsIn(language).general;
  return isSameDay(moment, present)
    ? when.today(clockTime(moment, language))
    : when.anotherDay(dayAndTime(moment, language));
}

const roundedUp = (moment: Date, to: Duration) => new Date(Math.ceil(moment.getTime() / to) * to);

/** By the server's time zone, like all that is said here. */
const isSameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();
