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
  const [start, found, teams] = await Promise.all([
    findStart(database(), reach, place, sort),
    countShown(database(), shown),
    listTeams(database(), reach),
  ]);
  const pageFrom = async (from: Start | undefined) => {
    const page = { sort, start: from, limit: pageSize + 1, isOfMany: found.isMore };
    const { page: users, ...neighbours } = cutToPage(
      await listShown(database(), shown, page),
      from,
      pageSize,
    );
    return { users, ...neighbours };
  };
  const page = await pageFrom(start);
  const isDeserted = start !== undefined && page.users.length === 0;
  return { ...(isDeserted ? await pageFrom(undefined) : page), found, teams, switchedOn };
}
