/** Remembers the settings of an organisation, and counts how many users they concern. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import type { Adoption } from "./adoption";
import type { Settings } from "./settings";
import { hasAuthenticator, hasEmailMethod } from "./user-method-queries";

const columns = [
  "name",
  "language",
  "two_factor_enabled as switchedOn",
  "allowed_methods as allowedMethods",
  "revision",
] as const;

/** The settings as they stand. Throws when there is no such organisation. */
export function getSettings(on: Database, organisationId: string): Promise<Settings> {
  return on
    .selectFrom("organisations")
    .select(columns)
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow();
}

/** The same, locked, so that two people saving at once go one after the other. */
export function lockSettings(trx: Transaction, organisationId: string): Promise<Settings> {
  return trx
    .selectFrom("organisations")
    .select(columns)
    .where("id", "=", organisationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** Writes settings; the revision rises. */
export async function putSettings(
  trx: Transaction,
  organisationId: string,
  settings: Omit<Settings, "revision">,
): Promise<void> {
  await trx
    .updateTable("organisations")
    .set({
      name: settings.name,
      language: settings.language,
      two_factor_enabled: settings.switchedOn,
      allowed_methods: settings.allowedMethods,
      revision: sql`revision + 1`,
    })
    .where("id", "=", organisationId)
    .execute();
}

/** Counts the active users of an organisation by what they could prove a second step with. */
export async function countAdoption(on: Database, organisationId: string): Promise<Adoption> {
  const rows = await on
    .selectFrom("users")
    .select(({ fn }) => [
      hasEmailMethod.as("byEmail"),
      hasAuthenticator.as("byAuthenticator"),
      fn.countAll<number>().as("count"),
    ])
    .where("organisation_id", "=", organisationId)
    .where("status", "=", "active")
    .groupBy(["byEmail", "byAuthenticator"])
    .execute();
  const count = (byEmail: boolean, byAuthenticator: boolean) =>
    rows.find((row) => row.byEmail === byEmail && row.byAuthenticator === byAuthenticator)?.count ?? 0;
  return {
    both: count(true, true),
    emailOnly: count(true, false),
    authenticatorOnly: count(false, true),
    neither: count(false, false),
  };
}
