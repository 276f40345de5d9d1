/** Judges whether a long password is a short one in disguise: repeated, padded, or made of what everybody thinks of. */
import { isCommonPassword, isMostCommon, shortestCommonWord } from "./common-passwords";

/** Words of the product, in the languages that people choose passwords in (ASVS 5.0, 6.1.2). */
export const productWords = ["twostep", "password", "passwort", "wachtwoord", "welcome", "login", "admin"];

/** As many of the most common words may make up a password with nothing else in it; three make a passphrase. */
const mostCommonWords = 2;
/** So few letters beside the words add nothing to guess. */
const mostLettersBeside = 4;
/** A pattern shorter than this is an accident in something longer. */
const shortestPattern = 8;
/** The longest of the most common passwords has fewer characters. */
const longestWord = 20;

/** Letters that people replace by what looks alike, in the hope that nobody else does. */
const lookalikes: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/**
 * Whether `password` is easy to guess for somebody who knows `context`: the names of organisation, person and address
 * (ASVS 5.0, 6.2.4 and 6.2.11). `least` is how long it must be when a repetition counts once.
 */
export function isGuessable(password: string, context: string[], least: number): boolean {
  const plain = withoutAccents(password);
  const words = wordsOf([...productWords, ...context]);
  const read = plain.replaceAll(/[@43!1$057]/g, (character) => lookalikes[character] ?? character);
  return [plain, read].some(
    (text) =>
      unpadded(text).some((core) => isPattern(core, least) || isCommonPassword(core)) ||
      isMadeOf(text, words),
  );
}

/** In small letters, without what stands above or below them: who avoids that on some keyboard types the same word. */
const withoutAccents = (text: string) =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").normalize("NFC").toLowerCase();

/** What a password may be once its padding is gone: itself, without a character held down, without digits and signs. */
function unpadded(text: string): string[] {
  return [
    text,
    text.replaceAll(/^(.)\1{2,}|(.)\2{2,}$/gsu, ""),
    text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
    text.replaceAll(/^\P{L}+|\P{L}+$/gu, ""),
    text.replaceAll(/\P{L}/gu, ""),
  ];
}

function isPattern(core: string, least: number): boolean {
  return core.length >= shortestPattern && (isRepeated(core, least) || isRun(core));
}

/** One thing over and over, the last time perhaps not to its end: it is worth what is repeated. */
function isRepeated(text: string, least: number): boolean {
  for (let period = 1; period < Math.min(least, text.length); period += 1) {
    const repeated = text.slice(0, period);
    if (!repeated.repeat(Math.ceil(text.length / period)).startsWith(text)) continue;
    if (2 * period <= text.length + mostLettersBeside || isCommonPassword(repeated)) return true;
  }
  return false;
}

/** Whether each character is a neighbour of the one before, as in `abcdefghijklmnop` or `987654321098765`. */
function isRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  return steps.every((step) => Math.abs(step) <= 1 || Math.abs(step) === 9);
}

/**
 * Whether little is left once `words` and one or two of the most common ones are taken out. Where there are letters, only
 * letters count: digits and signs around words are what everybody adds.
 */
function isMadeOf(text: string, words: string[]): boolean {
  const substance = /\p{L}/u.test(text) ? /\p{L}/gu : /./gsu;
  const left = words.reduce((rest, word) => rest.replaceAll(wherever(word), " "), text);
  const { found, rest } = withoutCommonWords(left, substance);
  const beside = rest.match(substance)?.length ?? 0;
  return (left !== text || found.size > 0) && found.size <= mostCommonWords && beside <= mostLettersBeside;
}

/** Takes the longest common word with some `substance` out wherever one begins. */
function withoutCommonWords(text: string, substance: RegExp): { found: Set<string>; rest: string } {
  const found = new Set<string>();
  let rest = "";
  for (let position = 0; position < text.length; ) {
    const word = wordAt(text, position, substance);
    if (word) found.add(word);
    else rest += text[position];
    position += word?.length ?? 1;
  }
  return { found, rest };
}

function wordAt(text: string, position: number, substance: RegExp): string | undefined {
  for (
    let length = Math.min(longestWord, text.length - position);
    length >= shortestCommonWord;
    length -= 1
  ) {
    const candidate = text.slice(position, position + length);
    if (isMostCommon(candidate) && candidate.match(substance)) return candidate;
  }
  return undefined;
}

/** A long word wherever it stands; a short one where it is a word, because by chance it is a part of many. */
const wherever = (word: string) =>
  word.length >= shortestCommonWord ? word : new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "gu");

/** The words in names and addresses that may be somebody's idea, the longest first. */
function wordsOf(entries: string[]): string[] {
  return entries
    .flatMap((entry) => withoutAccents(entry).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 1)
    .sort((one, other) => other.length - one.length);
}
