/**
 * How a term is looked for: at the beginning of names, at the beginning of addresses, and inside of either. Each way has
 * an index, and a frequent first name, whose users stand together in the order, costs no more than a rare one.
 */
import { type RawBuilder, sql } from "kysely";

export type SearchPart = "name-start" | "email-start" | "inside";

/** The shortest term that trigrams narrow down: a shorter one inside would read a third of all users. */
const shortestInside = 3;

/** The conditions that a term stands for; a user is found who meets any of them. */
export function searchParts(term: string): Partial<Record<SearchPart, RawBuilder<boolean>>> {
  const literal = term.replaceAll(/[\\%_]/g, "\\$&");
  const start = sql`folded(${`${literal}%`})`;
  return {
    "name-start": sql`users.name_folded like ${start}`,
    "email-start": sql`users.email_folded like ${start}`,
    // The expression is that of the index, letter by letter.
    ...([...term].length >= shortestInside && {
      inside: sql`substr(users.name_folded, 2) || e'\\n' || substr(users.email_folded, 2)
        like folded(${`%${literal}%`})`,
    }),
  };
}

/** Users whom any part of the search finds. */
export function matches(term: string): RawBuilder<boolean> {
  return sql`(${sql.join(Object.values(searchParts(term)), sql` or `)})`;
}
