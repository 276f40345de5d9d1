/** The embedded database in tests: made once, then loaded from a copy. */
import { readFileSync } from "node:fs";
import { Kysely, PGliteDialect } from "kysely";
import type { Database } from "@/lib/database/connection";
import { startEmbedded } from "@/lib/database/embedded";
import type { Schema } from "@/lib/database/schema";
import { prepare } from "./prepare";

/** A copy of a new embedded database with everything in it that the product expects to find. */
export async function dumpMigrated(): Promise<Uint8Array> {
  const pglite = await startEmbedded("memory://");
  const database = over(pglite);
  await prepare(database);
  const copy = await pglite.dumpDataDir("gzip");
  await database.destroy();
  return new Uint8Array(await copy.arrayBuffer());
}

/** A database in memory, as the copy in `file` has it; without `file` an empty one. */
export async function loadEmbedded(file?: string): Promise<Database> {
  return over(await startEmbedded("memory://", file ? new Blob([readFileSync(file)]) : undefined));
}

function over(pglite: Awaited<ReturnType<typeof startEmbedded>>): Database {
  return new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
}
