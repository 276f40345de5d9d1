/** Deletes sessions that were kept long enough. */
import type { Database } from "@/lib/database/connection";

/** Deletes up to `limit` sessions that had run out before `moment`; returns how many. Rows in use are left for later. */
export async function deleteSessions(on: Database, moment: Date, limit: number): Promise<number> {
  const deleted = await on
    .with("old", (db) =>
      db
        .selectFrom("sessions")
        .select("id")
        .where("expires_at", "<", moment)
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom("sessions")
    .where("id", "in", (query) => query.selectFrom("old").select("old.id"))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
