/** What the list tells of a user, as columns of whatever statement has found them. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Shown } from "./shown-users-queries";
import { ownTeams } from "./team-queries";
import { methodsOfUser } from "./user-method-queries";

/** The columns of a listed user; of their teams only those that the reader sees. */
export function listColumns(on: Database, { reach, allowed }: Shown) {
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
