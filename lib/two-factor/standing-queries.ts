/** Reads and changes which methods a user has and wants. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { standingFacts } from "@/lib/database/standing-facts";
import type { Transaction } from "@/lib/database/transaction";
import type { Method } from "./method";
import { type Standing, standingOf } from "./policy";

/** Since when codes by e-mail are on: confirmed, or turned on again later. */
const emailOnSince = sql<Date | null>`greatest(users.email_confirmed_at, users.email_method_enabled_at)`;

export type PresentMethods = Standing & {
  emailConfirmedAt: Date | null;
  /** Since when codes by e-mail are on, where they are. */
  emailOnSince: Date | null;
  authenticatorEnabledAt: Date | null;
  preferredMethod: Method | null;
};

/** The methods of `userId` as they stand now. Throws when there is no such user. */
export async function getMethods(on: Database, userId: string): Promise<PresentMethods> {
  const row = await on
    .selectFrom("users")
    .innerJoin("organisations", "organisations.id", "users.organisation_id")
    .leftJoin("authenticators", "authenticators.user_id", "users.id")
    .where("users.id", "=", userId)
    .select([
      ...standingFacts,
      emailOnSince.as("emailOnSince"),
      "authenticators.enabled_at as authenticatorEnabledAt",
      "users.preferred_method as preferredMethod",
    ])
    .executeTakeFirstOrThrow();
  return {
    ...standingOf(row),
    emailConfirmedAt: row.emailConfirmedAt,
    emailOnSince: row.emailOnSince,
    authenticatorEnabledAt: row.authenticatorEnabledAt,
    preferredMethod: row.preferredMethod,
  };
}

/** Locks the user's row, so that two changes of one person's methods go one after the other. */
export async function lockMethods(trx: Transaction, userId: string): Promise<PresentMethods> {
  await trx.selectFrom("users").select("id").where("id", "=", userId).forUpdate().execute();
  return getMethods(trx, userId);
}

/** Turns codes by e-mail on or off at `at`, and says whether they were not so before. */
export async function setEmailMethod(
  trx: Transaction,
  userId: string,
  enabled: boolean,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("users")
    .set({ email_method_enabled: enabled, email_method_enabled_at: enabled ? at : null })
    .where("id", "=", userId)
    .where("email_method_enabled", "!=", enabled)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Notes which method is offered first; null for the one that was used last. */
export async function setPreferredMethod(
  trx: Transaction,
  userId: string,
  method: Method | null,
): Promise<void> {
  await trx.updateTable("users").set({ preferred_method: method }).where("id", "=", userId).execute();
}
