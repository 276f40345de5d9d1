/** Remembers authenticators, enrolments and recovery codes. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

/** Counts a wrong authenticator code. */
export async function countFailure(on: Database, userId: string): Promise<void> {
  await on
    .updateTable("authenticators")
    .set({ failures_in_a_row: sql`failures_in_a_row + 1` })
    .where("user_id", "=", userId)
    .execute();
}

export type Enrolment = { secretSealed: string; expiresAt: Date };

export async function findEnrolment(on: Database, userId: string): Promise<Enrolment | undefined> {
  return on
    .selectFrom("authenticator_enrolments")
    .select(["secret_sealed as secretSealed", "expires_at as expiresAt"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

/** Starts an enrolment unless one that still holds at `at` exists; of two tabs at once, both get the same secret. */
export async function startEnrolment(
  on: Database,
  userId: string,
  enrolment: Enrolment,
  at: Date,
): Promise<Enrolment> {
  const started = await on
    .insertInto("authenticator_enrolments")
    .values({
      user_id: userId,
      secret_sealed: enrolment.secretSealed,
      started_at: at,
      expires_at: enrolment.expiresAt,
    })
    .onConflict((conflict) =>
      conflict
        .column("user_id")
        .doUpdateSet({
          secret_sealed: enrolment.secretSealed,
          started_at: at,
          expires_at: enrolment.expiresAt,
        })
        .where("authenticator_enrolments.expires_at", "<=", at),
    )
    .returning(["secret_sealed as secretSealed", "expires_at as expiresAt"])
    .executeTakeFirst();
  return started ?? (await findEnrolment(on, userId)) ?? enrolment;
}

/** Takes the running enrolment with that secret out, once: of forty right codes at once, one enables the authenticator. */
export async function claimEnrolment(
  trx: Transaction,
  userId: string,
  secretSealed: string,
  at: Date,
): Promise<boolean> {
  const claimed = await trx
    .deleteFrom("authenticator_enrolments")
    .where("user_id", "=", userId)
    .where("secret_sealed", "=", secretSealed)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return claimed.numDeletedRows === 1n;
}

export async function deleteEnrolment(on: Database, userId: string): Promise<void> {
  await on.deleteFrom("authenticator_enrolments").where("user_id", "=", userId).execute();
}

/** Puts an authenticator on, in the place of the former one; says whether there was one. */
export async function putAuthenticator(
  trx: Transaction,
  userId: string,
  secretSealed: string,
  step: number,
  at: Date,
): Promise<{ replaced: boolean }> {
  const former = await trx.deleteFrom("authenticators").where("user_id", "=", userId).executeTakeFirst();
  await trx
    .insertInto("authenticators")
    .values({ user_id: userId, secret_sealed: secretSealed, enabled_at: at, last_step: step })
    .execute();
  return { replaced: former.numDeletedRows > 0n };
}

/** Removes an authenticator with its recovery codes and any running enrolment; false when there was none. */
export async function deleteAuthenticator(trx: Transaction, userId: string): Promise<boolean> {
  await trx.deleteFrom("authenticator_enrolments").where("user_id", "=", userId).execute();
  await trx.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  const deleted = await trx.deleteFrom("authenticators").where("user_id", "=", userId).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
