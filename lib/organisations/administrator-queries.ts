/** Remembers who administers an organisation. */
import type { Database } from "@/lib/database/connection";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Transaction } from "@/lib/database/transaction";

export type Administrator = { id: string; name: string; email: string; language: string | null };

/** The active, confirmed administrators of the organisation, but for `except`. */
export function listAdministrators(
  on: Database,
  organisationId: string,
  except: string,
): Promise<Administrator[]> {
  return administrators(on)
    .select(["users.id", "users.name", "users.email", readerLanguage])
    .where("organisation_id", "=", organisationId)
    .where("id", "!=", except)
    .orderBy("email_folded")
    .execute();
}

/** The address of the user `id`, if they are an active, confirmed administrator. */
export async function findAdministratorEmail(on: Database, id: string): Promise<string | undefined> {
  const found = await administrators(on).select("email").where("id", "=", id).executeTakeFirst();
  return found?.email;
}

/** Active ones, whose address is known to be theirs. */
function administrators(on: Database) {
  return on
    .selectFrom("users")
    .where("role", "=", "administrator")
    .where("status", "=", "active")
    .where("email_confirmed_at", "is not", null);
}

/**
 * How many other active administrators can log in; locks the organisation, so that no other demotion counts at once.
 * Who never chose a password is none of them: the invitation may have gone to a mistyped address.
 */
export async function lockAndCountOtherAdministrators(
  trx: Transaction,
  organisationId: string,
  userId: string,
): Promise<number> {
  await trx
    .selectFrom("organisations")
    .select("id")
    .where("id", "=", organisationId)
    .forNoKeyUpdate()
    .execute();
  const { count } = await trx
    .selectFrom("users")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organisation_id", "=", organisationId)
    .where("role", "=", "administrator")
    .where("status", "=", "active")
    .where("password_hash", "is not", null)
    .where("id", "!=", userId)
    .executeTakeFirstOrThrow();
  return count;
}
