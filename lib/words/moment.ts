/** Moments as people read them on pages and in letters: in their language, by the server's time zone, always named. */
import { after } from "@/lib/kernel/clock";
import { hours, minutes } from "@/lib/kernel/duration";
import { onceForEach } from "@/lib/kernel/once-for-each";
import { type Language, localeOf } from "./language";
import { wordsIn } from "./words";

const clockTimes = onceForEach(
  (language: Language) =>
    new Intl.DateTimeFormat(language, {
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

/** `3 May 2026 at 14:32 UTC`. */
export const dayAndTime = (moment: Date, language: Language) => daysAndTimes(language).format(moment);

/**
 * Until when somebody waits, seen from `present`: `at 14:32:10 UTC`, and `on 3 May 2026 at 14:33 UTC` where the time alone
 * could be taken for that of another day. Whole minutes are rounded up: who comes at the moment that is said is not early.
 */
export function whenToComeBack(until: Date, present: Date, language: Language): string {
  const { when } = wordsIn(language).general;
  if (until <= after(present, hours(12)) && isSameDay(until, present))
    return when.today(clockTime(until, language));
  const minute = minutes(1);
  return when.anotherDay(dayAndTime(new Date(Math.ceil(until.getTime() / minute) * minute), language));
}

/** When something was, seen from `present`: `at 14:32:10 UTC`, and `on 3 May 2026 at 14:32 UTC` where that was another day. */
export function whenItWas(moment: Date, present: Date, language: Language): string {
  const { when } = wordsIn(language).general;
  return isSameDay(moment, present)
    ? when.today(clockTime(moment, language))
    : when.anotherDay(dayAndTime(moment, language));
}

/** By the server's time zone, like all that is said here. */
const isSameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();
