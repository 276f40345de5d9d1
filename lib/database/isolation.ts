/** Two who change the same thing at once each get a clear answer only where the second one sees what the first has done. */
import { sql } from "kysely";
import { database } from "./connection";

/** Somebody has told the database to begin transactions otherwise than Postgres does by itself. */
export class WrongIsolation extends Error {}

/**
 * Throws {@link WrongIsolation}, with the command that mends it, where whoever comes second would meet a fault. It is not
 * set here: of what a connection sets for itself, a pooler does not know which statement it was for.
 */
export async function requireReadCommitted(): Promise<void> {
  const isolation = sql<{ level: string; role: string; name: string }>`
    select current_setting('transaction_isolation') as level, quote_ident(current_user) as role,
      quote_ident(current_database()) as name
  `;
  const { rows } = await isolation.execute(database());
  const [{ level, role, name }] = rows as [(typeof rows)[number]];
  // Postgres has no dirty reads: "read uncommitted" is the same.
  if (level.startsWith("read ")) return;
  throw new WrongIsolation(
    `Postgres begins transactions as ${level}: of two people at once, one would meet a fault. It is mended by\n` +
      `  alter role ${role} in database ${name} set default_transaction_isolation = 'read committed';`,
  );
}
