/** Remembers who administers an organisation. */
import type { Database } from "@/lib/database/connection";

export type Administrator = { name: string; email: string; language: string | null };

/** The active, confirmed administrators of the organisation, but for `except`. */
export function listAdministrators(
  on: Database,
  organisationId: string,
  except: string,
): Promise<Administrator[]> {
  return on
    .selectFrom("users")
    .select(["name", "email", "language"])
    .where("organisation_id", "=", organisationId)
    .where("role", "=", "administrator")
    .where("status", "=", "active")
    .where("email_confirmed_at", "is not", null)
    .where("id", "!=", except)
    .orderBy("email_folded")
    .execute();
}
