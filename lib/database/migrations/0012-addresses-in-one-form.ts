/** Addresses with letters beyond ASCII are stored in the form by which they are looked for, made outside the database. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const addressesInOneForm: Migration = {
  async up(db) {
    for (const { id, email } of await addressesBeyondAscii(db)) await store(db, id, normalForm(email));
  },
};

/** As `normalAddress` in lib/accounts, written out: a landed migration never changes. */
const normalForm = (email: string) => email.trim().normalize("NFC").toLowerCase().normalize("NFC");

async function addressesBeyondAscii(db: Kysely<unknown>): Promise<{ id: string; email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    select id, email from users where octet_length(email) <> char_length(email)
  `.execute(db);
  return rows.filter(({ email }) => email !== normalForm(email));
}

/** Unless somebody else has the address in that form: then an administrator has to give one of the two another. */
async function store(db: Kysely<unknown>, id: string, normal: string): Promise<void> {
  await sql`
    update users set email = ${normal}, revision = revision + 1 where id = ${id}::uuid
      and not exists (select from users as other where lower(other.email) = lower(${normal}) and other.id <> ${id}::uuid)
  `.execute(db);
}
