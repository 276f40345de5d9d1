/** The catalogue of sentences: one object per language, the same shape in each, so that a missing sentence fails to compile. */
import { de } from "./de.ts";
import { en, type Words } from "./en.ts";
import { isolating } from "./isolated";
import type { Language } from "./language";
import { nl } from "./nl.ts";
import { stoppedOnce } from "./stopped-once";

export type { Words };

const catalogues: Record<Language, Words> = { en: onPages(en), nl: onPages(nl), de: onPages(de) };

/** In letters names are not isolated: their subjects are shown by programs that may draw what they do not know. */
function onPages(words: Words): Words {
  const once = stoppedOnce(words);
  return { ...isolating(once), letters: once.letters };
}

/** The sentences in `language`. */
export function wordsIn(language: Language): Words {
  return catalogues[language];
}
