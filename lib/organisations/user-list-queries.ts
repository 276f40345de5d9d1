/** Remembers the list of users: its pages by cursor, and a count that stays cheap on a million of them. */
import { type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import { filteredUsers, isOfTeam, type Shown, shownInParts } from "./shown-users-queries";
import { ownTeams } from "./team-queries";
import type { ListedUser } from "./user";
import { methodsOfUser } from "./user-method-queries";
import { type SortColumn, type Start, wayFrom } from "./user-place-queries";
import {
  type Beginning,
  countedParts,
  isFound,
  isSoughtInside,
  isTelling,
  type SearchPart,
  searchPartsFrom,
} from "./user-search-queries";
import { readView, type UserFilter, type UserSort } from "./user-view";

/** A page to read. `isOfMany`: whether more are shown than {@link countShown} counts. */
type Page = { sort: UserSort; start: Start | undefined; limit: number; isOfMany: boolean };

/**
 * Counting goes no further: "more than 1,000" says all that anybody acts on. A search goes half as far: each of whom it
 * finds inside of names is a row to look at, somewhere in the table, and a thousand of them take ten milliseconds.
 */
const mostCounted = { ofAll: 1_000, ofSearch: 500 };

/** For each user of a page so many are looked at one by one, before an index is asked: some milliseconds for all. */
const lookedAt = 200;

/** Whoever has found such a part of a page among them finds the rest a little further on, sooner than by any index. */
const worthGoingOn = 1 / 4;

/** So much further as the part that was found lets expect, and half of that again, because they are strewn by chance. */
const furtherOn = 1.5;

const nobodyLeftOut = readView({}).filter;

/**
 * Up to `limit` users from `start` on, in the order of the list. The start is found by its own values (keyset): as fast
 * on the last page as on the first, and nobody is skipped or seen twice while others are added.
 */
export async function listShown(on: Database, shown: Shown, page: Page): Promise<ListedUser[]> {
  const near = isWorthLookingAround(shown, page) ? await listNearby(on, shown, page) : [];
  const rows = near.length === page.limit ? near : await listByParts(on, shown, page);
  return wayFrom(page.start, page.sort).backwards ? rows.reverse() : rows;
}

/** Few are soon gathered, and so is what an index soon finds: a team, two letters, a whole name or an address. */
function isWorthLookingAround(shown: Shown, { isOfMany }: Page): boolean {
  const { search } = shown.filter;
  return isOfMany && isSoughtInside(search) && !isTelling(search) && !isOfTeam(shown);
}

/**
 * Those of the users next to the start who are shown. What is searched for may be found in ten thousand names all over
 * the list: a page of them is here, and to gather and sort them all would take ten times as long.
 */
async function listNearby(on: Database, shown: Shown, page: Page): Promise<ListedUser[]> {
  const nearest = page.limit * lookedAt;
  const found = await lookAround(on, shown, page, nearest);
  const part = found.length / page.limit;
  if (part === 1 || part < worthGoingOn) return found;
  return lookAround(on, shown, page, Math.ceil((nearest * furtherOn) / part));
}

/** Those of the next `most` users who are shown. */
function lookAround(on: Database, shown: Shown, page: Page, most: number): Promise<ListedUser[]> {
  const { column, direction, past } = wayFrom(page.start, page.sort);
  const near = filteredUsers(on, { ...shown, filter: followed(shown.filter, column) })
    .select(["users.id", "users.name_folded", "users.email_folded"])
    .where(past)
    .orderBy(`users.${column}`, direction)
    .orderBy("users.id", direction)
    .limit(most);
  return filteredUsers(on, shown)
    .innerJoin(near.as("near"), "near.id", "users.id")
    .where(isFound(shown.filter.search, "near"))
    .select(listColumns(on, shown))
    .select(`near.${column} as sortedBy`)
    .orderBy(`near.${column}`, direction)
    .orderBy("near.id", direction)
    .limit(page.limit)
    .execute();
}

/**
 * What of a filter has an index in the order of the list, one setting at most: along it nobody is met who would be left
 * out. The others are asked of those who were looked at: asked before, they would be asked until so many are found.
 */
function followed(filter: UserFilter, column: SortColumn): UserFilter {
  if (column !== "name_folded") return nobodyLeftOut;
  return filter.twoFactor === "authenticator"
    ? { ...nobodyLeftOut, twoFactor: "authenticator" }
    : { ...nobodyLeftOut, email: filter.email };
}

/** The same from the whole list: a page of each part, put together. */
function listByParts(on: Database, shown: Shown, page: Page): Promise<ListedUser[]> {
  const { column, direction, past } = wayFrom(page.start, page.sort);
  const partsOf = (term: string) => searchPartsFrom(togetherIn[column], term);
  const parts = shownInParts(on, shown, partsOf).map(({ query, part }) =>
    query
      .select(["users.id", `users.${column} as sortedBy`])
      .where(past)
      .orderBy(isScattered(part, column) ? gathering(column) : `users.${column}`, direction)
      .orderBy("users.id", direction)
      .limit(page.limit),
  );
  return on
    .with("found", () => united(on, parts))
    .selectFrom("found")
    .innerJoin("users", "users.id", "found.id")
    .select(listColumns(on, shown))
    .select("found.sortedBy")
    .orderBy("found.sortedBy", direction)
    .orderBy("users.id", direction)
    .limit(page.limit)
    .execute();
}

/** The beginning of a search whose users stand together in an order. */
const togetherIn: Record<SortColumn, Beginning> = { name_folded: "name-start", email_folded: "email-start" };

/** Others may stand anywhere in it: walking along it in the hope of finding some may take for ever. */
const isScattered = (part: SearchPart | "everybody", column: SortColumn) =>
  part !== "everybody" && part !== togetherIn[column];

/** The same order by an expression that no index has: the part is gathered by its own index first, and then sorted. */
const gathering = (column: string) => sql<string>`users.${sql.ref(column)} || ''`;

type Part<Row> = SelectQueryBuilder<Schema, "users", Row>;

/** All rows of `parts`; a part that need not be read, because those before it are enough, is not read. */
function united<Row>(on: Database, parts: Part<Row>[]) {
  const [first, ...others] = parts.map((part) => on.selectFrom(part.as("part")).selectAll());
  if (!first) throw new Error("A list has one part at least");
  return others.reduce((all, part) => all.unionAll(part), first);
}

function listColumns(on: Database, { reach, allowed }: Shown) {
  const { teamsOf } = reach;
  const teams = on
    .selectFrom("team_members")
    .innerJoin("teams", "teams.id", "team_members.team_id")
    .select("teams.name")
    .whereRef("team_members.user_id", "=", sql.ref("users.id"))
    .$if(teamsOf !== null, (query) => query.where("teams.id", "in", ownTeams(on, teamsOf ?? "")))
    .orderBy("teams.name");
  return [
    "users.id",
    "users.name",
    "users.email",
    "users.role",
    "users.status",
    "users.last_login_at as lastLoginAt",
    sql<boolean>`users.email_confirmed_at is not null`.as("emailConfirmed"),
    methodsOfUser(allowed).as("methods"),
    sql<string[]>`array(${teams})`.as("teams"),
  ] as const;
}

/** How many users are shown, counted up to 1,000, of a search up to 500: whoever finds more than that refines it. */
export async function countShown(on: Database, shown: Shown): Promise<{ count: number; isMore: boolean }> {
  const most = shown.filter.search ? mostCounted.ofSearch : mostCounted.ofAll;
  const parts = shownInParts(on, shown, countedParts).map(({ query }) =>
    query.select("users.id").limit(most + 1),
  );
  const { count } = await on
    .selectFrom(
      united(on, parts)
        .limit(most + 1)
        .as("counted"),
    )
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { count: Math.min(count, most), isMore: count > most };
}
