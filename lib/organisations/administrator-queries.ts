/** Remembers who administers an organisation. */
import type { Database } from "@/lib/database/connection";
import { readerLanguage } from "@/lib/database/reader-language";

export type Administrator = { id: string; name: string; email: string; language: string | null };

/** The active, confirmed administrators of the organisation, but for `except`. */
export function listAdministrators(
  on: Database,
  organisationId: string,
  except: string,
): Promise<Administrator[]> {
  return on
    .selectFrom("users")
    .select(["users.id", "users.name", "users.email", readerLanguage])
    .where("organisation_id", "=", organisationId)
    .where("role", "=", "administrator")
    .where("status", "=", "active")
    .where("email_confirmed_at", "is not", null)
    .where("id", "!=", except)
    .orderBy("email_folded")
    .execute();
}
