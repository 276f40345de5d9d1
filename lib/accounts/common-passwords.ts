/** The passwords that most people choose, the most frequent first: what guessing begins with. Unpacked at the first question. */
import { dictionary } from "@zxcvbn-ts/language-common";

/** ASVS 5.0, 6.2.4: at least the 3000 most common ones are refused. */
export const mostCommon = 3_000;

/** Shorter ones are parts of ordinary words: taking them out of a password would judge what is left wrongly. */
export const shortestCommonWord = 4;

let ranks: Map<string, number> | undefined;

/** Whether `text` (in lower case) is a password known to be common. */
export function isCommonPassword(text: string): boolean {
  return ranked().has(text);
}

/** Whether `text` (in lower case) is one of the {@link mostCommon}, and long enough to be a word of its own. */
export function isMostCommon(text: string): boolean {
  return text.length >= shortestCommonWord && (ranked().get(text) ?? mostCommon) < mostCommon;
}

function ranked(): Map<string, number> {
  ranks ??= new Map(dictionary["passwords-common"].map((word, rank) => [word, rank]));
  return ranks;
}
