/** Remembers authenticators, and enrolments that run. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

/**
 * Counts a wrong authenticator code, and burns the step that it was recognised by, 0 for none: a guess that hit a later
 * step must not be right when that comes. The owner, too, waits until that step is over, which is as long as the drift
 * that is recognised (two minutes) and what is left of a step. A step of the past burns nothing that was still good.
 */
export async function countFailure(on: Database, userId: string, burnt: number): Promise<void> {
  await on
    .updateTable("authenticators")
    .set({
      failures_in_a_row: sql`failures_in_a_row + 1`,
      last_step: sql`greatest(last_step, ${burnt})`,
    })
    .where("user_id", "=", userId)
    .execute();
}

export type Enrolment = { secretSealed: string; expiresAt: Date };

/** Whose secret is shown, and where: another session of the same user has proven nothing, and sees nothing. */
export type ShownTo = { userId: string; sessionId: string };

/** The enrolment that one session has begun, also when its time is over; undefined where there is none. */
export async function findEnrolment(on: Database, to: ShownTo): Promise<Enrolment | undefined> {
  return on
    .selectFrom("authenticator_enrolments")
    .select(["secret_sealed as secretSealed", "expires_at as expiresAt"])
    .where("user_id", "=", to.userId)
    .where("session_id", "=", to.sessionId)
    .executeTakeFirst();
}

/**
 * Starts an enrolment in the place of another session's and of one that has run out at `at`; says whether it did. One of
 * the same session that still holds goes on: of two tabs at once, both show the same secret.
 */
export async function startEnrolment(
  trx: Transaction,
  to: ShownTo,
  enrolment: Enrolment,
  at: Date,
): Promise<boolean> {
  const started = {
    session_id: to.sessionId,
    secret_sealed: enrolment.secretSealed,
    started_at: at,
    expires_at: enrolment.expiresAt,
  };
  const row = await trx
    .insertInto("authenticator_enrolments")
    .values({ user_id: to.userId, ...started })
    .onConflict((conflict) =>
      conflict
        .column("user_id")
        .doUpdateSet(started)
        .where(({ eb, or }) =>
          or([
            eb("authenticator_enrolments.expires_at", "<=", at),
            eb("authenticator_enrolments.session_id", "!=", to.sessionId),
          ]),
        ),
    )
    .returning("user_id")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes the enrolment that runs until `expiresAt` out, once: of forty right codes at once, one enables the authenticator.
 * Returns its secret as it is sealed by now, which may be anew since it was read; undefined where it does not run any more.
 */
export async function claimEnrolment(
  trx: Transaction,
  to: ShownTo,
  { expiresAt }: Pick<Enrolment, "expiresAt">,
  at: Date,
): Promise<string | undefined> {
  const claimed = await trx
    .deleteFrom("authenticator_enrolments")
    .where("user_id", "=", to.userId)
    .where("session_id", "=", to.sessionId)
    // The next one of that session ends later: by the sealed secret it would be another one as soon as the key is.
    .where("expires_at", "=", expiresAt)
    .where("expires_at", ">", at)
    .returning("secret_sealed")
    .executeTakeFirst();
  return claimed?.secret_sealed;
}

/** Forgets the enrolment of a session; false when there was none. */
export async function deleteEnrolment(on: Database, to: ShownTo): Promise<boolean> {
  const { numDeletedRows } = await on
    .deleteFrom("authenticator_enrolments")
    .where("user_id", "=", to.userId)
    .where("session_id", "=", to.sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What is kept of an authenticator: `step` is the one of the code that it was confirmed with. */
type Enrolled = { secretSealed: string; step: number; issuer: string };

/** Puts an authenticator on, in the place of the former one; says whether there was one. */
export async function putAuthenticator(
  trx: Transaction,
  userId: string,
  { secretSealed, step, issuer }: Enrolled,
  at: Date,
): Promise<{ replaced: boolean }> {
  const former = await trx.deleteFrom("authenticators").where("user_id", "=", userId).executeTakeFirst();
  await trx
    .insertInto("authenticators")
    .values({ user_id: userId, secret_sealed: secretSealed, enabled_at: at, last_step: step, issuer })
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
