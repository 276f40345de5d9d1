/** What Postgres does by itself and the product relies on: somebody can have told the database to do otherwise. */
import { sql } from "kysely";
import { database } from "./connection";

/** The database does not do by itself what the product relies on. */
export class ChangedDefault extends Error {}

/**
 * Throws {@link ChangedDefault}, with the command that mends it, where of two who change the same thing at once the second
 * would meet a fault instead of seeing what the first has done, or where moments come in a form that nothing reads: a limit
 * that is closed would count as open. Neither is set here: of what a connection sets for itself, a pooler does not know
 * which statement it was for.
 */
export async function requireDefaults(): Promise<void> {
  const asked = sql<{ isolation: string; dateStyle: string; role: string; name: string }>`
    select current_setting('transaction_isolation') as isolation, current_setting('datestyle') as "dateStyle",
      quote_ident(current_user) as role, quote_ident(current_database()) as name
  `;
  const { rows } = await asked.execute(database());
  const [{ isolation, dateStyle, role, name }] = rows as [(typeof rows)[number]];
  const mending = (setting: string) =>
    `It is mended by\n  alter role ${role} in database ${name} set ${setting};`;
  // Postgres has no dirty reads: "read uncommitted" is the same.
  if (!isolation.startsWith("read "))
    throw new ChangedDefault(
      `Postgres begins transactions as ${isolation}: of two people at once, one would meet a fault. ` +
        mending("default_transaction_isolation = 'read committed'"),
    );
  // Behind it stands the order of day and month, which ISO does not ask for.
  const [style] = dateStyle.split(",");
  if (style !== "ISO")
    throw new ChangedDefault(
      `Postgres writes moments as ${style}: no limit of attempts would be kept to. ${mending("datestyle = 'ISO'")}`,
    );
}
