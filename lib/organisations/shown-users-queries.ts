/**
 * The one place where users are chosen. Every list, count, change, download and bulk act begins with
 * {@link visibleUsers} or {@link shownUsers}: there is no other way to a user of an organisation.
 */
import type { SelectQueryBuilder } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import type { Method } from "@/lib/two-factor/method";
import { ownTeams } from "./team-queries";
import { hasAny, hasNone } from "./user-method-queries";
import { matches, type SearchPart, searchParts } from "./user-search-queries";
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
  return ofOrganisation.where("users.id", "in", teammates);
}

/** The users that a list shows. */
export function shownUsers(on: Database, shown: Shown): UsersQuery {
  const { search } = shown.filter;
  const query = filteredUsers(on, shown);
  return search ? query.where(matches(search)) : query;
}

/** The same users in parts, each of which an index finds in the order of a list; together they are all, some twice. */
export function shownInParts(
  on: Database,
  shown: Shown,
): { query: UsersQuery; part: SearchPart | "everybody" }[] {
  const { search } = shown.filter;
  if (!search) return [{ query: filteredUsers(on, shown), part: "everybody" }];
  return Object.entries(searchParts(search)).map(([part, condition]) => ({
    query: filteredUsers(on, shown).where(condition),
    part: part as SearchPart,
  }));
}

function filteredUsers(on: Database, { reach, filter, allowed }: Shown): UsersQuery {
  const { email, twoFactor, role, team, status } = filter;
  let query = visibleUsers(on, reach);
  if (email !== "all")
    query = query.where("users.email_confirmed_at", email === "confirmed" ? "is not" : "is", null);
  if (twoFactor !== "all") query = query.where(proving(twoFactor, allowed));
  if (role !== "all") query = query.where("users.role", "=", role);
  if (status !== "all") query = query.where("users.status", "=", status);
  if (team !== null) {
    const members = on
      .selectFrom("team_members as chosen")
      .select("chosen.user_id")
      .where("chosen.team_id", "=", team);
    query = query.where("users.id", "in", members);
  }
  return query;
}

/** Users with a second step, without one, or with a certain method; methods that are not allowed do not count. */
function proving(asked: Exclude<UserFilter["twoFactor"], "all">, allowed: Method[]) {
  if (asked === "on") return hasAny(allowed);
  if (asked === "off") return hasNone(allowed);
  return hasAny(allowed.filter((method) => method === asked));
}
