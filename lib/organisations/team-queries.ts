/** Remembers teams and who is in them. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { byTeamName, type SizedTeam, type Team } from "./team";
import type { Reach } from "./visibility";

/** The teams that can be seen and handed out within `reach`: all of the organisation, or one's own; by name. */
export async function listTeams(on: Database, reach: Reach): Promise<Team[]> {
  const { teamsOf } = reach;
  const teams = await on
    .selectFrom("teams")
    .select(["teams.id", "teams.name"])
    .where("organisation_id", "=", reach.organisationId)
    .$if(teamsOf !== null, (query) => query.where("teams.id", "in", ownTeams(on, teamsOf ?? "")))
    .orderBy("teams.id")
    .execute();
  return teams.sort(byTeamName);
}

/** The ids of the teams that `userId` is in. */
export function ownTeams(on: Database, userId: string) {
  return on.selectFrom("team_members as own").select("own.team_id").where("own.user_id", "=", userId);
}

/** The teams of an organisation with how many users are in each, by name. */
export async function listSizedTeams(on: Database, organisationId: string): Promise<SizedTeam[]> {
  const teams = await sizedTeams(on, organisationId).orderBy("teams.id").execute();
  return teams.sort(byTeamName);
}

/** One of those teams, or undefined. */
export function findSizedTeam(
  on: Database,
  organisationId: string,
  id: string,
): Promise<SizedTeam | undefined> {
  return sizedTeams(on, organisationId).where("teams.id", "=", id).executeTakeFirst();
}

function sizedTeams(on: Database, organisationId: string) {
  return on
    .selectFrom("teams")
    .leftJoin("team_members", "team_members.team_id", "teams.id")
    .select(({ fn }) => ["teams.id", "teams.name", fn.count<number>("team_members.user_id").as("members")])
    .where("organisation_id", "=", organisationId)
    .groupBy("teams.id");
}

/** How many teams an organisation has. */
export async function countTeams(on: Database, organisationId: string): Promise<number> {
  const { count } = await on
    .selectFrom("teams")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organisation_id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Adds a team; false when the organisation has one of that name. */
export async function insertTeam(
  trx: Transaction,
  team: Team & { organisationId: string },
): Promise<boolean> {
  const inserted = await trx
    .insertInto("teams")
    .values({ id: team.id, name: team.name, organisation_id: team.organisationId })
    .onConflict((conflict) => conflict.expression(sql`organisation_id, lower(name)`).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The name of a team of the organisation, which nobody else changes until the transaction ends; undefined for none. */
export async function lockTeamName(
  trx: Transaction,
  organisationId: string,
  id: string,
): Promise<string | undefined> {
  const team = await trx
    .selectFrom("teams")
    .select("name")
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .forUpdate()
    .executeTakeFirst();
  return team?.name;
}

/** Gives a team another name. */
export async function putTeamName(trx: Transaction, { id, name }: Team): Promise<void> {
  await trx.updateTable("teams").set({ name }).where("id", "=", id).execute();
}

/** Whether all of `ids` were teams of the organisation, and are deleted. */
export async function wereTeams(on: Database, organisationId: string, ids: string[]): Promise<boolean> {
  const id = sql<string>`detail ->> 'id'`;
  const deleted = await on
    .selectFrom("audit_events")
    .select(id.as("id"))
    .where("organisation_id", "=", organisationId)
    .where("event", "=", "team.deleted")
    .where(id, "in", ids)
    .execute();
  return ids.every((each) => deleted.some((team) => team.id === each));
}

/** Deletes a team of the organisation, whose members only leave it; returns its name, undefined when there is none. */
export async function deleteTeamRow(
  trx: Transaction,
  organisationId: string,
  id: string,
): Promise<string | undefined> {
  const deleted = await trx
    .deleteFrom("teams")
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .returning("name")
    .executeTakeFirst();
  return deleted?.name;
}
