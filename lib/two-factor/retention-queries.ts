/** Deletes pending logins, enrolments and shown recovery codes that were kept long enough. Rows in use are left for later. */
import type { Database } from "@/lib/database/connection";

/** Deletes up to `limit` pending logins that had run out before `moment`, with their challenges; returns how many. */
export async function deletePendingLogins(on: Database, moment: Date, limit: number): Promise<number> {
  const deleted = await on
    .with("old", (db) =>
      db
        .selectFrom("pending_logins")
        .select("id")
        .where("expires_at", "<", moment)
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom("pending_logins")
    .where("id", "in", (query) => query.selectFrom("old").select("old.id"))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** Deletes up to `limit` rows of `table` that had run out at `at`; returns how many. */
export async function deleteRunOut(
  on: Database,
  table: "authenticator_enrolments" | "recovery_code_reveals",
  at: Date,
  limit: number,
): Promise<number> {
  const deleted = await on
    .with("old", (db) =>
      db
        .selectFrom(table)
        .select("user_id")
        .where("expires_at", "<=", at)
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom(table)
    .where("user_id", "in", (query) => query.selectFrom("old").select("old.user_id"))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
