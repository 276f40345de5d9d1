/** Moments in letters: kept as text, because letters wait in the queue as JSON, and written with their time zone. */
import { type Language, localeOf } from "@/lib/words/language";

/** A moment as ISO 8601 text, as `toISOString` gives it. */
export type Moment = string;

/** `moment` for a reader: "3 May 2027 at 14:32 UTC". A letter does not know where it is read, so the zone is always said. */
export function written(moment: Moment, language: Language, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(moment));
}
