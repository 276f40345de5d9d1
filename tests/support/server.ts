/** The real Postgres server that tests use, and databases made on it for a while. */
import pg from "pg";

/** Where the server is, as somebody who may create databases. */
export const serverUrl = process.env.TEST_POSTGRES_URL || "postgres://postgres@127.0.0.1:5432/postgres";

/** The address of the database `name` on that server. */
export function urlOf(name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs `sql` on the server, outside any database of the tests. */
export async function onServer(sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect().catch((error) => {
    throw new Error(`No Postgres server at ${new URL(serverUrl).host}: ${error.message || error.code}`);
  });
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Makes the database `name`, as a copy of `template` when there is one, or with the capitals of a `locale`. */
export async function createDatabase(
  name: string,
  { template = "template0", locale }: { template?: string; locale?: string } = {},
): Promise<string> {
  const language = locale ? `locale_provider icu icu_locale '${locale}'` : "";
  await onServer(`create database ${name} template ${template} ${language}`);
  return urlOf(name);
}

/** Drops every database whose name starts with `prefix`, whoever is still connected. */
export async function dropDatabases(prefix: string): Promise<void> {
  const names = await onServer(`select datname from pg_database where starts_with(datname, '${prefix}')`);
  for (const { datname } of names) await onServer(`drop database if exists ${datname} with (force)`);
}
