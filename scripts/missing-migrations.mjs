/** Asks the database, in one statement, which migrations it has not run yet. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { root } from "./install.mjs";

/** The names of the migrations that the database at `postgresUrl` lacks. Their files bear their names (a test sees to it). */
export async function missingMigrations(postgresUrl) {
  const written = readdirSync(join(root, "lib/database/migrations")).map((file) => file.replace(/\.ts$/, ""));
  const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query("select name from kysely_migration");
    const run = new Set(rows.map(({ name }) => name));
    return written.filter((name) => !run.has(name));
  } catch (error) {
    // 42P01: no such table, so that nothing has been run at all.
    if (error.code === "42P01") return written;
    throw error;
  } finally {
    await client.end();
  }
}
