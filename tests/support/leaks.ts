/** Looks for secrets where they must not be. */

/** A secret that somebody used, and what it is for whoever reads a failure; `value` is what must be found nowhere. */
export type Secret = { what: string; value: string };

/** What of `secrets` stands in `text` as a word of its own: six digits can be part of a time or an id by chance. */
export function leaksIn(text: string, secrets: Secret[]): string[] {
  return secrets.filter(({ value }) => standsIn(text, value)).map(({ what }) => what);
}

function standsIn(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + value.length] ?? " "];
    if (!/[\w.:-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  return false;
}
