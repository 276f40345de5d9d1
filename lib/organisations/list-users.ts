/** Lists the users that somebody may see, a page at a time. */
import { database } from "@/lib/database/connection";
import { cutToPage, type Neighbours } from "@/lib/kernel/page";
import type { Permitted } from "./permission";
import { getSettings } from "./settings-queries";
import type { Team } from "./team";
import { listTeams } from "./team-queries";
import type { ListedUser } from "./user";
import { countShown, listShown } from "./user-list-queries";
import { findStart, type Start } from "./user-place-queries";
import type { UserPlace, UserView } from "./user-view";
import { reachOf } from "./visibility";

/** How many users a page shows. */
export const pageSize = 50;
/** Counting goes no further: "more than 1,000" says all that anybody acts on, and costs a millisecond. */
export const mostCounted = 1_000;

export type UserList = Neighbours<string> & {
  users: ListedUser[];
  /** How many the view shows over all of its pages; `isMore` when there are more than that. */
  found: { count: number; isMore: boolean };
  /** The teams to filter by. */
  teams: Team[];
  /** Whether the organisation asks for a second step at all. */
  switchedOn: boolean;
};

/** The page of `view` at `place`. An unknown place is the beginning, and so is one beside which nobody is left. */
export async function listUsers(
  by: Permitted<"users.view">,
  { filter, sort }: UserView,
  place: UserPlace,
): Promise<UserList> {
  const reach = reachOf(by);
  const { allowedMethods: allowed, switchedOn } = await getSettings(database(), by.organisationId);
  const shown = { reach, filter, allowed };
  const start = await findStart(database(), reach, place, sort);
  const pageFrom = async (from: Start | undefined) => {
    const rows = await listShown(database(), shown, { sort, start: from, limit: pageSize + 1 });
    const { page: users, ...neighbours } = cutToPage(rows, from, pageSize);
    return { users, ...neighbours };
  };
  const [page, count, teams] = await Promise.all([
    pageFrom(start),
    countShown(database(), shown, mostCounted + 1),
    listTeams(database(), reach),
  ]);
  const isDeserted = start !== undefined && page.users.length === 0;
  return {
    ...(isDeserted ? await pageFrom(undefined) : page),
    found: { count: Math.min(count, mostCounted), isMore: count > mostCounted },
    teams,
    switchedOn,
  };
}
