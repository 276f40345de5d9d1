/** How rows are deleted that were kept long enough: a portion at a time, and those in use later, so that nobody waits. */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./connection";
import type { Schema } from "./schema";

/** Deletes up to `limit` rows of `table`, whose primary key is `key`, that are `due`; returns how many. */
export async function deleteSome<Table extends keyof Schema & string>(
  on: Database,
  table: Table,
  key: readonly (keyof Schema[Table] & string)[],
  due: RawBuilder<boolean>,
  limit: number,
): Promise<number> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const { numAffectedRows = 0n } = await sql`
    with old as (
      select ${columns} from ${sql.table(table)} where ${due} limit ${limit} for update skip locked
    )
    delete from ${sql.table(table)} where (${columns}) in (select ${columns} from old)
  `.execute(on);
  return Number(numAffectedRows);
}
