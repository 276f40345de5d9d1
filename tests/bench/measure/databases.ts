/** Databases of the bench on the real server; they are dropped when their part is done. */
import pg from "pg";
import { createDatabase, dropDatabases, urlOf } from "../../support/server";

const prefix = `twostep_bench_${process.pid}_`;

/** An empty database; gives its name and address. */
export async function emptyDatabase(name: string): Promise<{ name: string; url: string }> {
  const whole = `${prefix}${name}`;
  return { name: whole, url: await createDatabase(whole) };
}

export const dropBenchDatabases = () => dropDatabases(prefix);

/** Runs `sql` in the database `name`. */
export async function inDatabase<Row extends pg.QueryResultRow>(
  name: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
