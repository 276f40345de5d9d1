/** Deletes sessions that were kept long enough. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { deleteSome } from "@/lib/database/delete-some";

/** Deletes up to `limit` sessions that had run out before `moment`; returns how many. */
export function deleteSessions(on: Database, moment: Date, limit: number): Promise<number> {
  return deleteSome(on, "sessions", ["id"], sql`expires_at < ${moment}`, limit);
}
