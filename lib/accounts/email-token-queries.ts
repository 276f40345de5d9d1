/** Remembers the links that were mailed: whose they are, and what became of them. */
import { type QueryCreator, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { wasFound } from "@/lib/database/maybe-found";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Schema } from "@/lib/database/schema";
import type { Transaction } from "@/lib/database/transaction";
import { digests } from "@/lib/kernel/digest";
import type { Gate } from "@/lib/throttle/gate";
import { untilOf } from "@/lib/throttle/gate-parts";
import type { EmailTokenPurpose } from "./email-token";
import { isUnspent, replacingOlder } from "./email-token-parts";
import { type RefusedUnseen, recordingUnseen } from "./refused-unseen-parts";

export type NewEmailToken = { id: string; userId: string; email: string; tokenDigest: string };

/**
 * Stores links that were made at one moment for one purpose, however many, in one statement. Each counts as made after all
 * that its owner had for that purpose: clocks tick in milliseconds, and those of two servers differ by more.
 */
export async function insertEmailTokens(
  on: Database,
  purpose: EmailTokenPurpose,
  tokens: NewEmailToken[],
  { createdAt, expiresAt }: { createdAt: Date; expiresAt: Date },
): Promise<void> {
  await on
    .insertInto("email_tokens")
    .values(
      tokens.map((token) => ({
        id: token.id,
        user_id: token.userId,
        purpose,
        email: token.email,
        token_digest: token.tokenDigest,
        created_at: sql<Date>`greatest(${createdAt}::timestamptz, (
          select max(created_at) + interval '1 microsecond' from email_tokens
          where user_id = ${token.userId}::uuid and purpose = ${purpose}::text
        ))`,
        expires_at: expiresAt,
      })),
    )
    .execute();
}

/** Forgets links whose letters were not sent: nobody has them, and no page may tell of them. */
export async function deleteUnsentEmailTokens(on: Database, ids: string[]): Promise<void> {
  await on.deleteFrom("email_tokens").where("id", "in", ids).execute();
}

/** Makes the open links void that were made before `newest`, with the same owner and purpose. */
export async function replaceOlderEmailTokens(on: Database, newest: string, at: Date): Promise<void> {
  await on
    .with("sent", (db) =>
      db.selectFrom("email_tokens").select(["id as link", "user_id as owner"]).where("id", "=", newest),
    )
    .with("replaced", () => replacingOlder(at))
    .selectFrom("replaced")
    .select("id")
    .execute();
}

/** The link behind `token` with its owner, in any state, or undefined. */
export function findEmailToken(on: Database, purpose: EmailTokenPurpose, token: string) {
  return withOwner(on, purpose, token).executeTakeFirst();
}

/**
 * The same for a link that is to be used, and until when `gate` is closed: then `ifClosed` is recorded about the owner;
 * about nobody, nothing is. One statement: a flood that is refused costs no second one.
 */
export async function findEmailTokenAtGate(
  on: Database,
  purpose: EmailTokenPurpose,
  token: string,
  gate: Gate,
  ifClosed: RefusedUnseen,
): Promise<{ found: EmailToken | undefined; until: Date | null }> {
  const { until, ...found } = await on
    .with("gate", (db) => db.selectNoFrom(untilOf(gate).as("until")))
    .with("found", (db) => withOwner(db, purpose, token))
    .with("recorded", (db) =>
      recordingUnseen(db, "found", ifClosed, {
        organisation_id: sql.ref("organisationId"),
        target_id: sql.ref("userId"),
      }),
    )
    .selectFrom("gate")
    .leftJoin("found", (join) => join.onTrue())
    .selectAll("found")
    .select("gate.until")
    .executeTakeFirstOrThrow();
  return { found: wasFound<EmailToken>(found) ? found : undefined, until };
}

function withOwner(on: Pick<QueryCreator<Schema>, "selectFrom">, purpose: EmailTokenPurpose, token: string) {
  return on
    .selectFrom("email_tokens")
    .innerJoin("users", "users.id", "email_tokens.user_id")
    .innerJoin("organisations", "organisations.id", "users.organisation_id")
    .where("token_digest", "in", digests("email-token", token))
    .where("purpose", "=", purpose)
    .select([
      "email_tokens.id",
      "email_tokens.email",
      "expires_at as expiresAt",
      "used_at as usedAt",
      "replaced_at as replacedAt",
      "users.id as userId",
      "users.name",
      "users.email as currentEmail",
      readerLanguage,
      "users.status",
      "users.email_confirmed_at as emailConfirmedAt",
      "users.organisation_id as organisationId",
      "organisations.name as organisationName",
      sql<boolean>`users.password_hash is not null`.as("hasPassword"),
    ]);
}

export type EmailToken = NonNullable<Awaited<ReturnType<typeof findEmailToken>>>;

/** Uses a link up; false when it was used, replaced or has run out at `at`: of forty at once, one gets true. */
export async function spendEmailToken(trx: Transaction, id: string, at: Date): Promise<boolean> {
  const spent = await trx
    .updateTable("email_tokens")
    .set({ used_at: at })
    .where("id", "=", id)
    .where(isUnspent())
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}
