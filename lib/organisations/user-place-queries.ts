/** Remembers places in the list of users: its orders, and where in one of them a page begins. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { type Side, sideOf } from "@/lib/kernel/page";
import { visibleUsers } from "./shown-users-queries";
import type { UserPlace, UserSort } from "./user-view";
import type { Reach } from "./visibility";

const sortColumns = { name: "name_folded", email: "email_folded" } as const;
export type SortColumn = (typeof sortColumns)[keyof typeof sortColumns];

/** The order of a list: what it sorts by, and which way. */
function orderOf(sort: UserSort) {
  const descending = sort.startsWith("-");
  return { descending, column: sortColumns[sort.replace("-", "") as keyof typeof sortColumns] };
}

/** Where a page begins: beside a user's place in the order. */
export type Start = { side: Side; id: string; value: string };

/** The start that `place` names in the order `sort`; undefined for the beginning, and for a user out of `reach`. */
export async function findStart(
  on: Database,
  reach: Reach,
  place: UserPlace,
  sort: UserSort,
): Promise<Start | undefined> {
  if (!place) return undefined;
  const { side, id } = sideOf(place);
  const row = await visibleUsers(on, reach)
    .select(`users.${orderOf(sort).column} as value`)
    .where("users.id", "=", id)
    .executeTakeFirst();
  return row && { side, id, value: row.value };
}

/** How to go on from `start`: by which column, which way, and past whom. A page before its start is read backwards. */
export function wayFrom(start: Start | undefined, sort: UserSort) {
  const { descending, column } = orderOf(sort);
  const backwards = start?.side === "before";
  const direction = descending === backwards ? ("asc" as const) : ("desc" as const);
  const comparison = sql.raw(direction === "asc" ? ">" : "<");
  const past = start
    ? sql<boolean>`(users.${sql.ref(column)}, users.id) ${comparison} (${start.value}, ${start.id}::uuid)`
    : sql<boolean>`true`;
  return { column, direction, past, backwards };
}
