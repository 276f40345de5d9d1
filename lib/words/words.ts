/** The catalogue of sentences: one object per language, the same shape in each, so that a missing sentence fails to compile. */
import { de } from "./de";
import { en, type Words } from "./en";
import type { Language } from "./language";
import { nl } from "./nl";

export type { Words };

const catalogues: Record<Language, Words> = { en, nl, de };

/** The sentences in `language`. */
export function wordsIn(language: Language): Words {
  return catalogues[language];
}
