/** Remembers single users: as a change finds them, and what it writes. */
import { sql } from "kysely";
import { normalAddress, storedAddress } from "@/lib/accounts/email-address";
import { hasEmail } from "@/lib/accounts/email-address-parts";
import type { Database } from "@/lib/database/connection";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Transaction } from "@/lib/database/transaction";
import { visibleUsers } from "./shown-users-queries";
import { byTeamName, type Team } from "./team";
import { ownTeams } from "./team-queries";
import type { PresentUser } from "./user";
import type { UserFields } from "./user-change";
import type { Reach } from "./visibility";

/** The user `id`, or undefined for one whom `reach` does not cover. */
export async function findUser(on: Database, reach: Reach, id: string): Promise<PresentUser | undefined> {
  const row = await visibleUsers(on, reach).where("users.id", "=", id).select(columns).executeTakeFirst();
  return row && { ...row, teams: await listTeamsOf(on, reach, id) };
}

/** The same by the address, in whatever case. */
export async function findUserOfAddress(
  on: Database,
  reach: Reach,
  email: string,
): Promise<PresentUser | undefined> {
  const row = await visibleUsers(on, reach)
    .where(hasEmail(normalAddress(email)))
    .select(columns)
    .executeTakeFirst();
  return row && { ...row, teams: await listTeamsOf(on, reach, row.id) };
}

const columns = [
  "users.id",
  "users.name",
  "users.email",
  "users.role",
  "users.status",
  readerLanguage,
  "users.email_confirmed_at as emailConfirmedAt",
  "users.revision",
  "users.changed_at as changedAt",
] as const;

async function listTeamsOf(on: Database, { teamsOf }: Reach, userId: string): Promise<Team[]> {
  const teams = await on
    .selectFrom("team_members")
    .innerJoin("teams", "teams.id", "team_members.team_id")
    .select(["teams.id", "teams.name"])
    .where("team_members.user_id", "=", userId)
    .$if(teamsOf !== null, (query) => query.where("teams.id", "in", ownTeams(on, teamsOf ?? "")))
    .orderBy("teams.id")
    .execute();
  return teams.sort(byTeamName);
}

/** Whether nobody has the address, in whichever organisation. */
export async function isAddressFree(on: Database, email: string): Promise<boolean> {
  const owner = on
    .selectFrom("users")
    .select("id")
    .where(hasEmail(normalAddress(email)));
  return (await owner.executeTakeFirst()) === undefined;
}

type NewUser = Omit<UserFields, "teamIds"> & {
  id: string;
  organisationId: string;
  addedBy: string;
  at: Date;
};

/** Adds a user; false when the address is in use, also when forty add it at once. */
export async function insertUser(trx: Transaction, user: NewUser): Promise<boolean> {
  const inserted = await trx
    .insertInto("users")
    .values({
      id: user.id,
      organisation_id: user.organisationId,
      name: user.name,
      email: storedAddress(user.email),
      role: user.role,
      status: user.status,
      created_at: user.at,
      changed_at: user.at,
      added_by: user.addedBy,
    })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

type WrittenUser = Omit<UserFields, "teamIds"> & { emailConfirmedAt: Date | null };

/** Writes a user; the revision rises. Throws a unique violation of `users_email` when the address is in use. */
export async function putUser(trx: Transaction, id: string, user: WrittenUser, at: Date): Promise<void> {
  await trx
    .updateTable("users")
    .set({
      name: user.name,
      email: storedAddress(user.email),
      role: user.role,
      status: user.status,
      email_confirmed_at: user.emailConfirmedAt,
      changed_at: at,
      revision: sql`revision + 1`,
    })
    .where("id", "=", id)
    .execute();
}

/**
 * Puts a user into `chosen` and out of the rest of `within`; teams outside of `within` stay as they are. One that is
 * deleted in this very moment has lost this member, too.
 */
export async function putTeams(
  trx: Transaction,
  userId: string,
  chosen: string[],
  within: Team[],
): Promise<void> {
  const left = within.map(({ id }) => id).filter((id) => !chosen.includes(id));
  if (left.length > 0)
    await trx.deleteFrom("team_members").where("user_id", "=", userId).where("team_id", "in", left).execute();
  if (chosen.length > 0)
    await trx
      .insertInto("team_members")
      .columns(["team_id", "user_id"])
      .expression((query) =>
        query
          .selectFrom("teams")
          .select(["teams.id", sql<string>`${userId}::uuid`.as("user_id")])
          .where("teams.id", "in", chosen)
          .forKeyShare(),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
