/** Remembers the settings of an organisation, and counts how many users they concern. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { mostFailuresInARow } from "@/lib/two-factor/policy";
import type { Adoption } from "./adoption";
import type { Settings } from "./settings";

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

/** Without an authenticator e-mail is never off. */
const withoutAuthenticator = {
  emailMethodEnabled: true,
  authenticatorOn: false,
  authenticatorLockedOut: false,
};

/**
 * Counts the active users of an organisation by how they stand. All, those whose address is not confirmed, and those
 * with an authenticator are counted, each in its own quick way; the rest is arithmetic.
 */
export async function countAdoption(on: Database, organisationId: string): Promise<Adoption> {
  const active = () =>
    on
      .selectFrom("users")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("organisation_id", "=", organisationId)
      .where("status", "=", "active");
  const [all, unconfirmed, enrolled] = await Promise.all([
    active().executeTakeFirstOrThrow(),
    active().where("email_confirmed_at", "is", null).executeTakeFirstOrThrow(),
    active()
      .innerJoin("authenticators", "authenticators.user_id", "users.id")
      .select([
        sql<boolean>`email_confirmed_at is not null`.as("emailConfirmed"),
        "email_method_enabled as emailMethodEnabled",
        sql<boolean>`failures_in_a_row < ${sql.lit(mostFailuresInARow)}`.as("authenticatorOn"),
      ])
      .groupBy(["emailConfirmed", "emailMethodEnabled", "authenticatorOn"])
      .execute(),
  ]);
  const others = (emailConfirmed: boolean, count: number) => {
    const alike = enrolled.filter((group) => group.emailConfirmed === emailConfirmed);
    const without = count - alike.reduce((sum, group) => sum + group.count, 0);
    return { emailConfirmed, ...withoutAuthenticator, count: without };
  };
  return [
    ...enrolled.map((group) => ({ ...group, authenticatorLockedOut: !group.authenticatorOn })),
    others(true, all.count - unconfirmed.count),
    others(false, unconfirmed.count),
  ];
}
