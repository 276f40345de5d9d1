/**
 * How a term is looked for: at the beginning of names, at the beginning of addresses, and inside of either. Each way has
 * an index, and a frequent first name, whose users stand together in the order, costs no more than a rare one.
 */
import { type RawBuilder, sql } from "kysely";

/** Where a search finds somebody: at one of two beginnings, or inside of either. */
export type Beginning = "name-start" | "email-start";
export type SearchPart = Beginning | "inside";

/** The shortest term that trigrams narrow down: a shorter one inside would read a third of all users. */
const shortestInside = 3;

/**
 * So many letters of a term are looked for in the index, and the rest in what is found. The index keeps a list of users
 * for each three letters and reads all of them: those of "@example.com" are as long as the organisation is large.
 */
const longestInIndex = 5;

/** The conditions that a term stands for; a user is found who meets any of them. */
export function searchParts(
  term: string,
): Record<Beginning, RawBuilder<boolean>> & { inside?: RawBuilder<boolean> } {
  const letters = [...term];
  return {
    "name-start": beginning("name_folded", term),
    "email-start": beginning("email_folded", term),
    ...(letters.length >= shortestInside && { inside: inside(letters) }),
  };
}

/** As a span of the order of bytes: compared faster than by a pattern, of which each row would be asked again. */
function beginning(column: "name_folded" | "email_folded", term: string): RawBuilder<boolean> {
  const folded = sql`folded(${term})`;
  return sql`(users.${sql.ref(column)} >= ${folded} and users.${sql.ref(column)} < ${folded} || ${lastLetter})`;
}

/** Behind every letter that a name or an address holds. */
const lastLetter = "\u{10ffff}";

function inside(letters: string[]): RawBuilder<boolean> {
  // The expression is that of the index, letter by letter.
  const text = sql`(substr(users.name_folded, 2) || e'\\n' || substr(users.email_folded, 2))`;
  const found = sql<boolean>`${text} like folded(${`%${literal(letters.slice(0, longestInIndex).join(""))}%`})`;
  if (letters.length <= longestInIndex) return found;
  return sql`(${found} and strpos(${text}, folded(${letters.join("")})) > 0)`;
}

const literal = (term: string) => term.replaceAll(/[\\%_]/g, "\\$&");

/** Users whom any part of the search finds. */
export function matches(term: string): RawBuilder<boolean> {
  return sql`(${sql.join(Object.values(searchParts(term)), sql` or `)})`;
}
