/** Everything that a database holds, as text. */
import { sql } from "kysely";
import { database } from "@/lib/database/connection";

/** The rows of every table, the queue's included, as the database writes them out. */
export async function dump(): Promise<string> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(database());
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      text: string;
    }>`select each::text as text from ${sql.raw(name)} each`.execute(database());
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}
