/** Finds a page of a search among the users next to its start: where many are found all over the list, that is sooner done. */
import type { Database } from "@/lib/database/connection";
import { listColumns } from "./listed-user-parts";
import { filteredUsers, isOfTeam, type Shown } from "./shown-users-queries";
import type { ListedUser } from "./user";
import { type SortColumn, type Start, wayFrom } from "./user-place-queries";
import { isFound, isSoughtInside, isTelling } from "./user-search-queries";
import { readView, type UserFilter, type UserSort } from "./user-view";

/** A page to read. `isOfMany`: whether more are shown than `countShown` counts. */
export type Page = { sort: UserSort; start: Start | undefined; limit: number; isOfMany: boolean };

/** For each user of a page so many are looked at one by one, before an index is asked: some milliseconds for all. */
const lookedAt = 200;

/** Where this part of a page was found among them, a second look further on finds the rest sooner than an index does. */
const worthGoingOn = 1 / 4;

/** How much more than the part that was found lets expect is then looked at: users who are shown are strewn by chance. */
const furtherOn = 1.5;

const nobodyLeftOut = readView({}).filter;

/** Few are soon gathered, and so is what an index soon finds: a team, two letters, a whole name or an address. */
export function isWorthLookingAround(shown: Shown, { isOfMany }: Page): boolean {
  const { search } = shown.filter;
  return isOfMany && isSoughtInside(search) && !isTelling(search) && !isOfTeam(shown);
}

/**
 * Those of the users next to the start who are shown. What is searched for may be found in ten thousand names all over
 * the list: a page of them is here, and to gather and sort them all would take ten times as long.
 */
export async function listNearby(on: Database, shown: Shown, page: Page): Promise<ListedUser[]> {
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
