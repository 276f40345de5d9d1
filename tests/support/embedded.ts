/** The embedded database in tests: made once, then loaded from a copy. */
import { readFileSync } from "node:fs";
import { Kysely, PGliteDialect } from "kysely";
import type { Database } from "@/lib/database/connection";
import { startEmbedded } from "@/lib/database/embedded";
import type { Schema } from "@/lib/database/schema";
import { prepare } from "./prepare";

/** Copies of a new embedded database: as it is made, and with everything in it that the product expects to find. */
export async function dumpNew(): Promise<Record<"empty" | "migrated", Uint8Array>> {
  const pglite = await startEmbedded("memory://");
  const dump = async () => new Uint8Array(await (await pglite.dumpDataDir("none")).arrayBuffer());
  const empty = await dump();
  const database = over(pglite);
  await prepare(database);
  const migrated = await dump();
  await database.destroy();
  return { empty, migrated };
}

/** A database in memory, as the copy in `file` has it. */
export async function loadEmbedded(file: string): Promise<Database> {
  return over(await startEmbedded("memory://", new Blob([readFileSync(file)])));
}

function over(pglite: Awaited<ReturnType<typeof startEmbedded>>): Database {
  return new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
}
