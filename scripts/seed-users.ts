/** Users by the million: one statement per table, written by the database itself. */
import { sql } from "kysely";
import { patiently } from "@/lib/database/leaving-client";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { domainOf, firstNames, inAddress, lastNames, places, subjects } from "./seed-names";
import { withoutIndexes } from "./without-indexes";

export type Seeding = {
  organisation: string;
  users: number;
  /** From 0 to 1. */
  unconfirmed: number;
  passwordHash: string | null;
};

/** Adds the users of `seeding` and returns how many teams and users the organisation has then. */
export function seedUsers(seeding: Seeding): Promise<{ teams: number; total: number }> {
  return patiently(() => inTransaction((trx) => seed(seeding, trx)));
}

async function seed(seeding: Seeding, trx: Transaction) {
  await trustReferences(trx);
  const organisationId = await organisationNamed(seeding.organisation, trx);
  const teamIds = await seedTeams(organisationId, seeding.users, trx);
  const total = await withoutIndexes(["users", "team_members"], trx, () =>
    insertUsers(organisationId, teamIds, seeding, trx),
  );
  await sql`analyze users, team_members`.execute(trx);
  return { teams: teamIds.length, total };
}

/** Half of the time would go into looking up references that cannot be wrong here. Only a superuser may leave that out. */
async function trustReferences(trx: Transaction): Promise<void> {
  await sql`
    select set_config('session_replication_role', 'replica', true) from pg_roles
    where rolname = current_user and rolsuper
  `.execute(trx);
}

async function organisationNamed(name: string, trx: Transaction): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into organisations (id, name) values (gen_random_uuid(), ${name})
    on conflict (lower(name)) do update set name = organisations.name
    returning id
  `.execute(trx);
  return rows[0]?.id as string;
}

/** One team for about 500 users, as large organisations have them. Returns all that there are then. */
async function seedTeams(organisationId: string, users: number, trx: Transaction): Promise<string[]> {
  const wanted = Math.max(2, Math.ceil(users / 500));
  await sql`
    insert into teams (id, organisation_id, name)
    select gen_random_uuid(), ${organisationId}::uuid, name from (
      select subject || ' ' || place || case when round > 1 then ' ' || round else '' end as name
      from generate_series(1, ${wanted}::int) as round,
        unnest(${places}::text[]) as place, unnest(${subjects}::text[]) as subject
      limit ${wanted}
    ) as named
    on conflict do nothing
  `.execute(trx);
  const teams = await trx
    .selectFrom("teams")
    .where("organisation_id", "=", organisationId)
    .select("id")
    .orderBy("name")
    .execute();
  return teams.map(({ id }) => id);
}

/**
 * Numbers go on where an earlier run ended, and an address carries its number, so that none is taken. Everything that
 * varies is drawn from the number by multiplying with a prime: varied, yet the same on every machine.
 */
async function insertUsers(
  organisationId: string,
  teamIds: string[],
  seeding: Seeding,
  trx: Transaction,
): Promise<number> {
  const domain = domainOf(seeding.organisation);
  const last = await highestNumber(domain, trx);
  await sql`
    with numbered as (
      select n, gen_random_uuid() as id,
        n * 7919 % ${firstNames.length} + 1 as first_name, n * 104729 / 31 % ${lastNames.length} + 1 as last_name,
        n * 15485863 % 10000 >= ${seeding.unconfirmed}::float8 * 10000 as confirmed,
        now() - n * 32452843 % 1500 * interval '1 day' - n % 86400 * interval '1 second' as created_at
      from generate_series(${last + 1}::bigint, ${last + seeding.users}::bigint) as n
    ),
    added as (
      insert into users (id, organisation_id, name, email, password_hash, password_changed_at, role,
        email_confirmed_at, last_method, last_login_at, changed_at, created_at)
      select id, ${organisationId}::uuid,
        (${firstNames}::text[])[first_name] || ' ' || (${lastNames}::text[])[last_name],
        (${firstNames.map(inAddress)}::text[])[first_name] || '.'
          || (${lastNames.map(inAddress)}::text[])[last_name] || '.' || n || '@' || ${domain},
        ${seeding.passwordHash}::text, case when ${seeding.passwordHash}::text is not null then created_at end,
        case when n % 500 = 1 then 'manager' else 'member' end,
        case when confirmed then created_at + interval '1 hour' end,
        case when confirmed and n % 4 > 0 then 'email' end,
        case when n % 4 > 0 then created_at + (now() - created_at) * (n * 6700417 % 1000 / 1000.0) end,
        created_at, created_at
      from numbered
    )
    insert into team_members (team_id, user_id)
    select (${teamIds}::uuid[])[n % ${teamIds.length} + 1], id from numbered
    union all
    -- Every fifth user is in a second team.
    select (${teamIds}::uuid[])[(n + 1) % ${teamIds.length} + 1], id from numbered where n % 5 = 0
  `.execute(trx);
  return countUsers(organisationId, trx);
}

async function highestNumber(domain: string, trx: Transaction): Promise<number> {
  const { rows } = await sql<{ number: number | null }>`
    select max(substring(email from '\\.(\\d+)@')::bigint) as number from users where email like ${`%@${domain}`}
  `.execute(trx);
  return rows[0]?.number ?? 0;
}

async function countUsers(organisationId: string, trx: Transaction): Promise<number> {
  const { count } = await trx
    .selectFrom("users")
    .where("organisation_id", "=", organisationId)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
