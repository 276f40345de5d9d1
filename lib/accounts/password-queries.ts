/** Remembers passwords. Each is set on what was read before it was hashed, which may take long: else it is not set. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { normalAddress } from "./email-address";
import { hasEmail } from "./email-address-parts";

/** Puts a password in the place of the one whose hash is `former`; false when that was changed meanwhile. */
export async function replacePassword(
  trx: Transaction,
  userId: string,
  former: string,
  passwordHash: string,
  at: Date,
): Promise<boolean> {
  const replaced = await trx
    .updateTable("users")
    .set({ password_hash: passwordHash, password_changed_at: at })
    .where("id", "=", userId)
    .where("password_hash", "=", former)
    .executeTakeFirst();
  return replaced.numUpdatedRows === 1n;
}

/** Sets the password of `userId` for whoever reads the mail to `email`; false when that is not their address any more. */
export async function setPasswordOfAddress(
  trx: Transaction,
  userId: string,
  email: string,
  passwordHash: string,
  at: Date,
): Promise<boolean> {
  const set = await trx
    .updateTable("users")
    .set({ password_hash: passwordHash, password_changed_at: at })
    .where("id", "=", userId)
    .where("status", "=", "active")
    .where(hasEmail(normalAddress(email)))
    .executeTakeFirst();
  return set.numUpdatedRows === 1n;
}

/** A newer form of the same password; false, and nothing changed, when `former` is not what is stored any more. */
export async function replaceHash(
  on: Database,
  userId: string,
  former: string,
  renewed: string,
): Promise<boolean> {
  const replaced = await on
    .updateTable("users")
    .set({ password_hash: renewed })
    .where("id", "=", userId)
    .where("password_hash", "=", former)
    .executeTakeFirst();
  return replaced.numUpdatedRows === 1n;
}

/** When the password of `userId` was last set; null where it never was, or nobody knows. */
export async function findPasswordMoment(on: Database, userId: string): Promise<Date | null> {
  const user = await on
    .selectFrom("users")
    .select("password_changed_at")
    .where("id", "=", userId)
    .executeTakeFirst();
  return user?.password_changed_at ?? null;
}
