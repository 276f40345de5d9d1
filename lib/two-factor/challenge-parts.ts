/** Codes that were sent by e-mail, as parts of the statements that write, replace and spend them. */
import { type QueryCreator, sql } from "kysely";
import type { Schema } from "@/lib/database/schema";
import type { NewChallenge } from "./challenge";

/** The one that may still be answered, whether or not its time is up: the part of `liveChallenge`. */
export const isLive = sql<boolean>`(challenges.replaced_at is null and challenges.used_at is null)`;

/** Writes `challenge` for the pending login in the part `source` of a statement; `rows` says for which of its rows. */
export function insertingChallenge(
  db: QueryCreator<Schema>,
  source: string,
  challenge: NewChallenge,
  rows = sql<boolean>`true`,
) {
  return db
    .insertInto("challenges")
    .columns(["id", "pending_login_id", "code_digest", "sent_at", "expires_at"])
    .expression(
      sql`select ${challenge.id}::uuid, id, ${challenge.codeDigest}::text, ${challenge.sentAt}::timestamptz,
        ${challenge.expiresAt}::timestamptz from ${sql.table(source)} where ${rows}`,
    );
}
