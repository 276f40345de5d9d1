/** Deletes mailed links and known browsers that were kept long enough. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { deleteSome } from "@/lib/database/delete-some";

/** Deletes up to `limit` links that had run out before `moment`; returns how many. */
export function deleteEmailTokens(on: Database, moment: Date, limit: number): Promise<number> {
  return deleteSome(on, "email_tokens", ["id"], sql`expires_at < ${moment}`, limit);
}

/** Deletes up to `limit` browsers that were not seen since `moment`; returns how many. */
export function deleteBrowsers(on: Database, moment: Date, limit: number): Promise<number> {
  const key = ["user_id", "browser_digest"] as const;
  return deleteSome(on, "known_browsers", key, sql`last_seen_at < ${moment}`, limit);
}
