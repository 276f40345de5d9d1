/** Moments as people read them, in their language, by the server's time zone, which is always named. */
import { forEachLanguage } from "./for-each-language";
import { type Language, localeOf } from "./language";

const clockTimes = forEachLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    }),
);

const days = forEachLanguage(
  (language) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long" }),
);

const daysAndTimes = forEachLanguage(
  (language) =>
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

/** `3 May 2026, 14:32 UTC`. */
export const dayAndTime = (moment: Date, language: Language) => daysAndTimes(language).format(moment);
