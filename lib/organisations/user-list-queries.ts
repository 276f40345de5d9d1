/** Remembers the list of users: its pages by cursor, and a count that stays cheap on a million of them. */
import { type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import { type Shown, shownInParts, visibleUsers } from "./shown-users-queries";
import { ownTeams } from "./team-queries";
import type { ListedUser } from "./user";
import { methodsOfUser } from "./user-method-queries";
import type { Beginning, SearchPart } from "./user-search-queries";
import type { Place, UserSort } from "./user-view";
import type { Reach } from "./visibility";

const sortColumns = { name: "name_folded", email: "email_folded" } as const;
type UserColumn = (typeof sortColumns)[keyof typeof sortColumns];

/** The order of a list: what it sorts by, and which way. */
function orderOf(sort: UserSort) {
  const descending = sort.startsWith("-");
  return { descending, column: sortColumns[sort.replace("-", "") as keyof typeof sortColumns] };
}

/** Where a page begins: beside a user's place in the order. */
export type Start = { side: "after" | "before"; id: string; value: string };

/** The start that `place` names in the order `sort`; undefined for the beginning, and for a user out of `reach`. */
export async function findStart(
  on: Database,
  reach: Reach,
  place: Place,
  sort: UserSort,
): Promise<Start | undefined> {
  if (!place) return undefined;
  const [side, id] =
    "after" in place ? (["after", place.after] as const) : (["before", place.before] as const);
  const row = await visibleUsers(on, reach)
    .select(`users.${orderOf(sort).column} as value`)
    .where("users.id", "=", id)
    .executeTakeFirst();
  return row && { side, id, value: row.value };
}

/**
 * Up to `limit` users from `start` on, in the order of the list. The start is found by its own values (keyset): as fast
 * on the last page as on the first, and nobody is skipped or seen twice while others are added.
 */
export async function listShown(
  on: Database,
  shown: Shown,
  { sort, start, limit }: { sort: UserSort; start: Start | undefined; limit: number },
): Promise<ListedUser[]> {
  const { descending, column } = orderOf(sort);
  const backwards = start?.side === "before";
  const direction = descending === backwards ? "asc" : "desc";
  const parts = shownInParts(on, shown, togetherIn[column]).map(({ query, part }) =>
    query
      .select(["users.id", `users.${column} as sortedBy`])
      .$if(start !== undefined, (onwards) => onwards.where(isPast(column, direction, start)))
      .orderBy(isScattered(part, column) ? gathering(column) : `users.${column}`, direction)
      .orderBy("users.id", direction)
      .limit(limit),
  );
  const rows = await on
    .with("found", () => united(on, parts))
    .selectFrom("found")
    .innerJoin("users", "users.id", "found.id")
    .select(listColumns(on, shown))
    .select("found.sortedBy")
    .orderBy("found.sortedBy", direction)
    .orderBy("users.id", direction)
    .limit(limit)
    .execute();
  return backwards ? rows.reverse() : rows;
}

/** The beginning of a search whose users stand together in an order. */
const togetherIn: Record<UserColumn, Beginning> = { name_folded: "name-start", email_folded: "email-start" };

/** Those of the other one stand anywhere in it: walking along it in the hope of finding some may take for ever. */
const isScattered = (part: SearchPart | "everybody", column: UserColumn) =>
  part.endsWith("-start") && part !== togetherIn[column];

/** The same order by an expression that no index has: the part is gathered by its own index first, and then sorted. */
const gathering = (column: string) => sql<string>`users.${sql.ref(column)} || ''`;

type Part<Row> = SelectQueryBuilder<Schema, "users", Row>;

/** All rows of `parts`; a part that need not be read, because those before it are enough, is not read. */
function united<Row>(on: Database, parts: Part<Row>[]) {
  const [first, ...others] = parts.map((part) => on.selectFrom(part.as("part")).selectAll());
  if (!first) throw new Error("A list has one part at least");
  return others.reduce((all, part) => all.unionAll(part), first);
}

function isPast(column: string, direction: "asc" | "desc", start: Start | undefined) {
  const comparison = sql.raw(direction === "asc" ? ">" : "<");
  return sql<boolean>`(users.${sql.ref(column)}, users.id) ${comparison} (${start?.value}, ${start?.id}::uuid)`;
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

/** How many users are shown, counted up to `most`: whoever finds more than that refines the search. */
export async function countShown(on: Database, shown: Shown, most: number): Promise<number> {
  const parts = shownInParts(on, shown).map(({ query }) => query.select("users.id").limit(most));
  const { count } = await on
    .selectFrom(united(on, parts).limit(most).as("counted"))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
