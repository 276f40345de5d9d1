/** Deletes pending logins, enrolments and shown recovery codes that were kept long enough. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { deleteSome } from "@/lib/database/delete-some";

/** Deletes up to `limit` pending logins that had run out before `moment`, with their challenges; returns how many. */
export function deletePendingLogins(on: Database, moment: Date, limit: number): Promise<number> {
  return deleteSome(on, "pending_logins", ["id"], sql`expires_at < ${moment}`, limit);
}

/** Deletes up to `limit` rows of `table` that had run out at `at`; returns how many. */
export function deleteRunOut(
  on: Database,
  table: "authenticator_enrolments" | "recovery_code_reveals",
  at: Date,
  limit: number,
): Promise<number> {
  return deleteSome(on, table, ["user_id"], sql`expires_at <= ${at}`, limit);
}
