/** Goes through a catalogue of sentences, to do the same with each. */

type Sentence = (...facts: unknown[]) => unknown;

/** `words`, in which every sentence that is given facts is said by `say`; all else of them stays as it is. */
export function eachSentence<Catalogue>(
  words: Catalogue,
  say: (sentence: Sentence, facts: unknown[]) => unknown,
): Catalogue {
  return within(
    words,
    (sentence) =>
      (...facts: unknown[]) =>
        say(sentence, facts),
  ) as Catalogue;
}

function within(words: unknown, saying: (sentence: Sentence) => Sentence): unknown {
  if (typeof words === "function") return saying(words as Sentence);
  if (Array.isArray(words)) return words.map((each) => within(each, saying));
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, within(each, saying)]));
}
