/** Remembers what the command line makes: organisations and their first Administrators. */
import { sql } from "kysely";
import { storedAddress } from "@/lib/accounts/email-address";
import type { Transaction } from "@/lib/database/transaction";
import { randomId } from "@/lib/kernel/random";

/** The organisation called `name`, whatever its case, as it is called itself; made when there is none. */
export async function findOrMakeOrganisation(
  trx: Transaction,
  name: string,
): Promise<{ id: string; name: string }> {
  await trx
    .insertInto("organisations")
    .values({ id: randomId(), name })
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .execute();
  return trx
    .selectFrom("organisations")
    .select(["id", "name"])
    .where(sql`lower(name)`, "=", sql`lower(${name})`)
    .executeTakeFirstOrThrow();
}

type ConfirmedAdministrator = {
  userId: string;
  organisationId: string;
  name: string;
  email: string;
  passwordHash: string;
  at: Date;
};

/** Adds the Administrator; false when the address is in use. */
export async function insertConfirmedAdministrator(
  trx: Transaction,
  person: ConfirmedAdministrator,
): Promise<boolean> {
  const inserted = await trx
    .insertInto("users")
    .values({
      id: person.userId,
      organisation_id: person.organisationId,
      name: person.name,
      email: storedAddress(person.email),
      password_hash: person.passwordHash,
      password_changed_at: person.at,
      role: "administrator",
      email_confirmed_at: person.at,
    })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
