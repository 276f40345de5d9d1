/** Remembers the list of users: its pages by cursor, and a count that stays cheap on a million of them. */
import { type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import { listColumns } from "./listed-user-parts";
import { type Shown, shownInParts } from "./shown-users-queries";
import { compareTeamNames } from "./team";
import type { ListedUser } from "./user";
import { isWorthLookingAround, listNearby, type Page } from "./user-nearby-queries";
import { type SortColumn, wayFrom } from "./user-place-queries";
import { type Beginning, countedParts, type SearchPart, searchPartsFrom } from "./user-search-queries";

/**
 * Counting goes no further: "more than 1,000" says all that anybody acts on. A search goes half as far: each of whom it
 * finds inside of names is a row to look at, somewhere in the table, and a thousand of them take ten milliseconds.
 */
const mostCounted = { ofAll: 1_000, ofSearch: 500 };

/**
 * Up to `limit` users from `start` on, in the order of the list. The start is found by its own values (keyset): as fast
 * on the last page as on the first, and nobody is skipped or seen twice while others are added.
 */
export async function listShown(on: Database, shown: Shown, page: Page): Promise<ListedUser[]> {
  const near = isWorthLookingAround(shown, page) ? await listNearby(on, shown, page) : [];
  const rows = near.length === page.limit ? near : await listByParts(on, shown, page);
  for (const { teams } of rows) teams.sort(compareTeamNames);
  return wayFrom(page.start, page.sort).backwards ? rows.reverse() : rows;
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
