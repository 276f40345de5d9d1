/** Keeps what people typed in its own direction of writing inside of our sentences, which run from left to right. */
import { eachSentence } from "./each-sentence";

/** Strongly from right to left: Hebrew, Arabic and their neighbours, and the marks that say so (Unicode, DerivedBidiClass). */
const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * `text` in a "first strong isolate" if any of it runs from right to left: of two such names with an arrow between them
 * the second would stand first (UAX #9, 3.3.2). All other text stays as it is, to be searched for and copied.
 */
export const isolated = (text: string) => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

/** `text` without that, for files. */
export const withoutIsolates = (text: string) => text.replaceAll(/[\u2068\u2069]/g, "");

/** `words`, each of whose sentences isolates the facts that it is given, alone or in a list. */
export function isolating<Catalogue>(words: Catalogue): Catalogue {
  return eachSentence(words, (sentence, facts) => sentence(...facts.map(isolatedFact)));
}

function isolatedFact(fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map(isolatedFact);
  return typeof fact === "string" ? isolated(fact) : fact;
}
