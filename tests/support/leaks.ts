/** Looks for secrets where they must not be. */

/** A secret that somebody used, and what it is for whoever reads a failure; `value` is what must be found nowhere. */
export type Secret = { what: string; value: string };

/** Shorter than a security code it would be found everywhere, and nothing would be found of what is empty. */
const shortest = 6;

/** What of `secrets` stands in `text`, whatever stands around it. Throws for one that is too short to be looked for. */
export function leaksIn(text: string, secrets: Secret[]): string[] {
  return secrets.filter(({ what, value }) => standsIn(text, value, what)).map(({ what }) => what);
}

function standsIn(text: string, value: string, what: string): boolean {
  if (value.length < shortest) throw new Error(`${what} is too short to be looked for`);
  if (!/^\d+$/.test(value)) return text.includes(value);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (
      !isByChance(text.slice(Math.max(0, at - 2), at), text.slice(at + value.length, at + value.length + 1))
    )
      return true;
  }
  return false;
}

/** A few digits are part of a longer number, of a hexadecimal id or of a fraction of a second: that is no leak. */
function isByChance(before: string, after: string): boolean {
  return /[\da-f]$|\d\.$/i.test(before) || /^[\da-f]/i.test(after);
}
