/** Remembers the settings of an organisation, and counts how many users they concern. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { mostFailuresInARow } from "@/lib/two-factor/policy";
import type { Adoption } from "./adoption";
import type { Settings } from "./settings";
import { hasEmailMethod, lacksEmailMethod } from "./user-method-queries";

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

/**
 * Counts the active users of an organisation by what they could prove a second step with. All, those without codes by
 * e-mail, and those with an authenticator are counted, each in its own quick way; the rest is arithmetic.
 */
export async function countAdoption(on: Database, organisationId: string): Promise<Adoption> {
  const active = () =>
    on
      .selectFrom("users")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("organisation_id", "=", organisationId)
      .where("status", "=", "active");
  const [all, withoutEmail, enrolled] = await Promise.all([
    active().executeTakeFirstOrThrow(),
    active().where(lacksEmailMethod).executeTakeFirstOrThrow(),
    active()
      .innerJoin("authenticators", "authenticators.user_id", "users.id")
      .where("failures_in_a_row", "<", mostFailuresInARow)
      .select(hasEmailMethod.as("byEmailToo"))
      .groupBy("byEmailToo")
      .execute(),
  ]);
  const both = enrolled.find(({ byEmailToo }) => byEmailToo)?.count ?? 0;
  const authenticatorOnly = enrolled.find(({ byEmailToo }) => !byEmailToo)?.count ?? 0;
  return {
    both,
    emailOnly: all.count - withoutEmail.count - both,
    authenticatorOnly,
    neither: withoutEmail.count - authenticatorOnly,
  };
}
