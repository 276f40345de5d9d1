/** Moments as people read them, in their language, by the server's time zone, which is always named. */
import { type Language, localeOf } from "./language";

/** `14:32:10 UTC`. */
export function clockTime(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).format(moment);
}

/** `3 May 2026`. */
export function day(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long" }).format(moment);
}

/** `3 May 2026, 14:32 UTC`. */
export function dayAndTime(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).format(moment);
}
