/** Moments in letters: kept as text, because letters wait in the queue as JSON, and written as the pages write them. */
import type { Language } from "@/lib/words/language";
import { dayAndTime } from "@/lib/words/moment";

/** A moment as ISO 8601 text, as `toISOString` gives it. */
export type Moment = string;

/** `moment` for a reader, by the zone of the pages: whoever reads both has nothing to convert. */
export function written(moment: Moment, language: Language): string {
  return dayAndTime(new Date(moment), language);
}
