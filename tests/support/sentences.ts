/** Every sentence of the catalogues, with facts filled in. */
import type { Language } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";

/** What each place of the catalogue of `language` says. */
export function bySentence(language: Language): Map<string, string> {
  return new Map(sentences(wordsIn(language)).map(({ path, said }) => [path, said]));
}

type Sentence = { path: string; said: string };

/** Every sentence of a catalogue with its place; a function says what it makes of marks in the place of its facts. */
function sentences(words: unknown, path: string[] = []): Sentence[] {
  if (typeof words === "string") return [{ path: path.join("."), said: words }];
  if (typeof words === "function")
    return sentences(filledIn(words as (...facts: unknown[]) => unknown), path);
  return Object.entries(words as object).flatMap(([key, value]) => sentences(value, [...path, key]));
}

/** Facts are of several kinds: the first one that the sentence can take is given. */
function filledIn(sentence: (...facts: unknown[]) => unknown): unknown {
  const facts = [
    "§",
    2,
    ["§"],
    { count: 2, isMore: false },
    reasons,
    "authenticator",
    "authenticator-replaced",
  ];
  for (const fact of facts) {
    try {
      const said = sentence(fact, fact === reasons ? 5 : fact, fact);
      if (said !== undefined && !/undefined|\[object|NaN/.test(JSON.stringify(said))) return said;
    } catch {}
  }
  throw new Error(`No fact fits ${sentence}`);
}

const reasons = { confirmed: 2, deactivated: 1, "waiting-already": 0, "sent-meanwhile": 0 };
