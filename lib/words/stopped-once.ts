/** Ends sentences once where they end with a name that has a full stop itself: "at Acme B.V.", not "at Acme B.V..". */
import { eachSentence } from "./each-sentence";

/** `words`, in which no sentence adds a full stop of its own to one of the facts that it is given, alone or in a list. */
export function stoppedOnce<Catalogue>(words: Catalogue): Catalogue {
  return eachSentence(words, (sentence, facts) => withoutSecondStops(sentence(...facts), facts.flat()));
}

function withoutSecondStops(said: unknown, facts: unknown[]): unknown {
  if (typeof said !== "string") return said;
  return facts
    .filter((fact) => typeof fact === "string")
    .filter((fact) => stopped.test(fact))
    .reduce((text, fact) => text.replaceAll(`${fact}.`, () => fact), said);
}

/** By a full stop, within the marks that keep a name in its own direction, too. */
const stopped = /\.\u2069?$/;
