/** Holds on to the user whose password was right, as a part of what is written because of it. */
import type { QueryCreator } from "kysely";
import type { Schema } from "@/lib/database/schema";

/** A user, and the hash that their password was right for. */
export type CheckedOwner = { userId: string; passwordHash: string };

/**
 * The user whose password was checked, locked, as the part `owner`; nobody when that is another one by now. Checking
 * takes a while: whoever changes the password meanwhile ends all logins under way, and must not miss this one. Either
 * they wait for it, or it sees what they did.
 */
export function lockingChecked(db: QueryCreator<Schema>, { userId, passwordHash }: CheckedOwner) {
  return db
    .selectFrom("users")
    .select("users.id")
    .where("users.id", "=", userId)
    .where("users.status", "=", "active")
    .where("users.password_hash", "=", passwordHash)
    .forNoKeyUpdate();
}
