/**
 * The one place where users are chosen. Every list, count, change, download and bulk act begins with
 * {@link visibleUsers} or {@link shownUsers}: there is no other way to a user of an organisation.
 */
import { type Expression, type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import type { Method } from "@/lib/two-factor/method";
import { ownTeams } from "./team-queries";
import { hasAny, hasNone } from "./user-method-queries";
import { isFound, matches, type SearchPart } from "./user-search-queries";
import type { UserFilter } from "./user-view";
import type { Reach } from "./visibility";

/** A query over `users` to which nothing has been selected yet. */
export type UsersQuery = SelectQueryBuilder<Schema, "users", object>;

/** Whom a list shows: those within `reach` that `filter` lets through. `allowed` are the organisation's methods. */
export type Shown = { reach: Reach; filter: UserFilter; allowed: Method[] };

/** The users within `reach`. */
export function visibleUsers(on: Database, { organisationId, teamsOf }: Reach): UsersQuery {
  const ofOrganisation = on.selectFrom("users").where("users.organisation_id", "=", organisationId);
  if (teamsOf === null) return ofOrganisation;
  const teammates = on
    .selectFrom("team_members")
    .select("team_members.user_id")
    .where("team_members.team_id", "in", ownTeams(on, teamsOf));
  return ofOrganisation.where(isOneOf(teammates));
}

/**
 * Whether the user is one of `members`, who are few and gathered first. As a plain "in" it would make Postgres read a
 * whole organisation of a hundred thousand to find six hundred.
 */
const isOneOf = (members: Expression<unknown>) => sql<boolean>`users.id = any(array(${members}))`;

/** Whether the user whose id stands in `column` is within `reach`, for statements about what belongs to users. */
export function isVisible(on: Database, reach: Reach, column: string): RawBuilder<boolean> {
  return sql<boolean>`exists ${visibleUsers(on, reach).select("users.id").where("users.id", "=", sql.ref<string>(column))}`;
}

/** The users that a list shows. */
export function shownUsers(on: Database, shown: Shown): UsersQuery {
  const { search } = shown.filter;
  const query = filteredUsers(on, shown);
  if (!search) return query;
  // Of a team without the indexes of the search: Postgres would take a frequent name for a rare one and begin with that.
  return query.where(isOfTeam(shown) ? isFound(search) : matches(search));
}

export type ShownPart = { query: UsersQuery; part: SearchPart | "everybody" };

/**
 * The same users in parts, each of which an index finds: together they are all, and nobody is in two of them. A search is
 * parted by `partsOf`, in turn.
 */
export function shownInParts(
  on: Database,
  shown: Shown,
  partsOf: (term: string) => Record<string, RawBuilder<boolean>>,
): ShownPart[] {
  const { search, twoFactor } = shown.filter;
  if (isOfTeam(shown)) return [{ query: shownUsers(on, shown), part: "everybody" }];
  if (search) {
    return apart(partsOf(search)).map(([part, condition]) => ({
      query: filteredUsers(on, shown).where(condition),
      part: part as SearchPart,
    }));
  }
  const ways =
    twoFactor === "on" ? shown.allowed.map((method) => hasAny([method], shown.allowed)) : [proving(shown)];
  return apart(ways).map(([, way]) => ({ query: filteredUsers(on, shown, way), part: "everybody" }));
}

/** `conditions` with each one lacking what those before it have found. */
function apart(conditions: Record<string, RawBuilder<boolean>> | RawBuilder<boolean>[]) {
  return Object.entries(conditions).map(([name, condition], index, all) => {
    const before = all.slice(0, index).map(([, other]) => sql<boolean>`not ${other}`);
    return [name, sql<boolean>`(${sql.join([condition, ...before], sql` and `)})`] as const;
  });
}

/** Whether only members of teams are shown: those are few, and read one by one, whatever else is asked of them. */
export const isOfTeam = ({ reach, filter }: Shown) => filter.team !== null || reach.teamsOf !== null;

/** The users that a list shows, and those that its search leaves out. */
export function filteredUsers(on: Database, shown: Shown, way = proving(shown)): UsersQuery {
  const { email, role, team, status } = shown.filter;
  let query = visibleUsers(on, shown.reach).where(way);
  if (email !== "all")
    query = query.where("users.email_confirmed_at", email === "confirmed" ? "is not" : "is", null);
  if (role !== "all") query = query.where("users.role", "=", role);
  if (status !== "all") query = query.where("users.status", "=", status);
  if (team !== null) query = query.where(isOneOf(membersOf(on, team, shown.reach)));
  return query;
}

/** Who is in `team`; nobody where it is not one of those that can be seen, because also its members would tell of it. */
function membersOf(on: Database, team: string, { teamsOf }: Reach) {
  const members = on
    .selectFrom("team_members as chosen")
    .select("chosen.user_id")
    .where("chosen.team_id", "=", team);
  return teamsOf === null ? members : members.where("chosen.team_id", "in", ownTeams(on, teamsOf));
}

/** Users with a second step, without one, or with a certain method; methods that are not allowed do not count. */
function proving({ filter, allowed }: Shown) {
  const { twoFactor } = filter;
  if (twoFactor === "all") return sql<boolean>`true`;
  if (twoFactor === "on") return hasAny(allowed, allowed);
  if (twoFactor === "off") return hasNone(allowed);
  return hasAny([twoFactor], allowed);
}
