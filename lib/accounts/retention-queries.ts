/** Deletes mailed links and known browsers that were kept long enough. Rows in use are left for later. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";

/** Deletes up to `limit` links that had run out before `moment`; returns how many. */
export async function deleteEmailTokens(on: Database, moment: Date, limit: number): Promise<number> {
  const deleted = await on
    .with("old", (db) =>
      db
        .selectFrom("email_tokens")
        .select("id")
        .where("expires_at", "<", moment)
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom("email_tokens")
    .where("id", "in", (query) => query.selectFrom("old").select("old.id"))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** Deletes up to `limit` browsers that were not seen since `moment`; returns how many. */
export async function deleteBrowsers(on: Database, moment: Date, limit: number): Promise<number> {
  const deleted = await on
    .with("old", (db) =>
      db
        .selectFrom("known_browsers")
        .select(["user_id", "browser_digest"])
        .where("last_seen_at", "<", moment)
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom("known_browsers")
    .where(sql<boolean>`(user_id, browser_digest) in (select user_id, browser_digest from old)`)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
