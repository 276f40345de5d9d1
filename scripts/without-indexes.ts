/** Indexes are cheaper built once than kept up row by row: a million users take seconds instead of minutes. */
import { sql } from "kysely";
import type { Transaction } from "@/lib/database/transaction";

/** Does `work` while `tables` have only the indexes that keep rows unique; the others are back when it is done. */
export async function withoutIndexes<Value>(
  tables: string[],
  trx: Transaction,
  work: () => Promise<Value>,
): Promise<Value> {
  const indexes = await plainIndexes(tables, trx);
  for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(trx);
  const value = await work();
  await sql`set local maintenance_work_mem = '256MB'`.execute(trx);
  for (const { definition, statistics } of indexes) {
    await sql.raw(definition).execute(trx);
    for (const each of statistics) await sql.raw(each).execute(trx);
  }
  return value;
}

async function plainIndexes(tables: string[], trx: Transaction) {
  const { rows } = await sql<{ name: string; definition: string; statistics: string[] }>`
    select relname as name, pg_get_indexdef(indexrelid) as definition, array(
      -- What an index was told to keep of its columns is not in its definition.
      select format('alter index %I alter column %s set statistics %s', relname, attnum, attstattarget)
      from pg_attribute where attrelid = indexrelid and attstattarget >= 0
    ) as statistics
    from pg_index join pg_class on pg_class.oid = indexrelid
    where indrelid = any (${tables}::regclass[]) and not indisunique
  `.execute(trx);
  return rows;
}
