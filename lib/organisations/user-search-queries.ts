/**
 * How a term is looked for: at the beginning of names, at the beginning of addresses, and inside of either. Each way has
 * an index, and a frequent first name, whose users stand together in the order, costs no more than a rare one.
 */
import { type RawBuilder, sql } from "kysely";

/** Where a search finds somebody: at one of two beginnings, or inside of either. */
export type Beginning = "name-start" | "email-start";
export type SearchPart = Beginning | "last-name" | "inside";

/** The shortest term that trigrams narrow down: a shorter one inside would read a third of all users. */
export const shortestInside = 3;

/**
 * So much of a term is looked for in the index, and all of it in what is found. The index keeps a list of users for each
 * three letters and goes through all of them together: a further list soon costs more than the users that it keeps out.
 */
const inIndex = { words: 2, letters: 5 };

type Condition = RawBuilder<boolean>;

/** The conditions that a term stands for; a user is found who meets any of them. */
export function searchParts(term: string): Record<Beginning, Condition> & { inside?: Condition } {
  return {
    "name-start": beginning(sql.ref("users.name_folded"), term),
    "email-start": beginning(sql.ref("users.email_folded"), term),
    ...(isSoughtInside(term) && { inside: inside(term) }),
  };
}

/** The same in turn, `first` first, where each part leaves out those whom the ones before it have found. */
export function searchPartsFrom(first: Beginning, term: string): Record<string, Condition> {
  const { inside, ...beginnings } = searchParts(term);
  const second = first === "name-start" ? "email-start" : "name-start";
  const isOneWord = /^[A-Za-z0-9]+$/.test(term.normalize("NFD").replaceAll(/[\u0300-\u036f]/g, ""));
  return {
    [first]: beginnings[first],
    [second]: isOneWord ? sql`(${beginnings[second]} and ${isAddressedOtherwise})` : beginnings[second],
    ...(inside && { inside }),
  };
}

/**
 * The parts that are counted: as for a list by names, and second those whose last name begins with the term. They are all
 * inside of names, too; but there each of them is a row to look at, in a table, and here an entry of an index.
 */
export function countedParts(term: string): Record<string, Condition> {
  const { "name-start": first, ...others } = searchPartsFrom("name-start", term);
  return {
    ...(first && { "name-start": first }),
    ...(mayBeLastName(term) && { "last-name": beginning(lastName, term) }),
    ...others,
  };
}

/** Asking one part more takes a millisecond: it is not asked for a whole name, an address or a domain. */
const mayBeLastName = (term: string) => isSoughtInside(term) && /^[^\s@.]+$/.test(term);

/** The last word of a name: the expression of its index, letter by letter. */
const lastName = sql<string>`split_part(users.name_folded, ' ', -1)`;

/**
 * Users of two small indexes: whose address does not begin with the very word that their name begins with. A word that
 * begins one of the two only leads to them alone: most people are in both parts, and would be read twice.
 */
const isAddressedOtherwise = sql<boolean>`
  substring(users.email_folded from '^[a-z0-9]*') <> substring(users.name_folded from '^[a-z0-9]*')`;

/** As a span of the order of bytes: compared faster than by a pattern, of which each row would be asked again. */
function beginning(of: RawBuilder<unknown>, term: string): Condition {
  const folded = sql`folded(${term})`;
  return sql`(${of} >= ${folded} and ${of} < ${folded} || ${lastLetter})`;
}

/** Behind every letter that a name or an address holds. */
const lastLetter = "\u{10ffff}";

/** Whether `term` is looked for inside of names and addresses, not only at their beginnings. */
export const isSoughtInside = (term: string) => [...term].length >= shortestInside;

/** Names and addresses are asked, too: where another index leads to users, that is sooner done than to make up the text. */
function inside(term: string): Condition {
  // The expression is that of the index, letter by letter.
  return sql`((substr(users.name_folded, 2) || e'\\n' || substr(users.email_folded, 2))
    like folded(${`%${telling(term)}%`}) and ${isFound(term)})`;
}

/**
 * What of `term` the index is asked for: how its first words begin, which stand in this order wherever all of it stands.
 * An address is known by what is before the @: the lists of "@example.com" are as long as the organisation is large. Where
 * nothing is before it all of the term is asked for: what tells "@example.com" from "@example.net" stands at its end.
 */
function telling(term: string): string {
  const words = tellingWords(term);
  if (words.length === 0) return literal(term);
  return words
    .slice(0, inIndex.words)
    .map((word) => literal([...word].slice(0, inIndex.letters).join("")))
    .join("%");
}

function tellingWords(term: string): string[] {
  const [before = ""] = term.split("@");
  return before.match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? [];
}

/** Whether an index soon finds `term`, however large the organisation is: a whole name, or more than the end of an address. */
export const isTelling = (term: string) =>
  /\s/.test(term) || (term.includes("@") && tellingWords(term).length > 0);

const literal = (term: string) => term.replaceAll(/[\\%_]/g, "\\$&");

/** Users whom any part of the search finds, through the indexes. */
export function matches(term: string): Condition {
  return sql`(${sql.join(Object.values(searchParts(term)), sql` or `)})`;
}

/** The same without an index, for few rows, of `table`. */
export function isFound(term: string, table = "users"): Condition {
  const pattern = `${isSoughtInside(term) ? "%" : ""}${literal(term)}%`;
  return sql`(${sql.ref(`${table}.name_folded`)} like folded(${pattern})
    or ${sql.ref(`${table}.email_folded`)} like folded(${pattern}))`;
}
