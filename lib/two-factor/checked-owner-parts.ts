/** Holds on to the user whose password was right, as a part of what is written because of it. */
import type { QueryCreator } from "kysely";
import { hasEmail } from "@/lib/accounts/email-address-parts";
import type { Schema } from "@/lib/database/schema";

/** A user, the hash that their password was right for, and the normal form of what was their address then. */
export type CheckedOwner = { userId: string; passwordHash: string; normalEmail: string };

/**
 * The user whose password was checked, locked, as the part `owner`; nobody when that, or their address, is another one by
 * now. Checking takes a while: whoever changes the password meanwhile, or takes the account out of a stolen mailbox, ends
 * all logins under way, and must not miss this one. Either they wait for it, or it sees what they did.
 */
export function lockingChecked(
  db: QueryCreator<Schema>,
  { userId, passwordHash, normalEmail }: CheckedOwner,
) {
  return db
    .selectFrom("users")
    .select("users.id")
    .where("users.id", "=", userId)
    .where("users.status", "=", "active")
    .where("users.password_hash", "=", passwordHash)
    .where(hasEmail(normalEmail))
    .forNoKeyUpdate();
}
