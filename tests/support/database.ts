/** The database of the worker that runs a test: opened once, empty before each test. */
import { sql } from "kysely";
import { inject } from "vitest";
import { type Database, database } from "@/lib/database/connection";
import { loadEmbedded } from "./embedded";
import { createDatabase } from "./server";

declare module "vitest" {
  interface ProvidedContext {
    databaseKind: "embedded" | "server";
  }
}

const worker = globalThis as typeof globalThis & { twostepDatabase?: Database; twostepServerUrl?: string };

/** Opens this worker's database, so that `database()` of the product is it. Does nothing when it is open already. */
export async function openDatabase(): Promise<void> {
  if (inject("databaseKind") === "embedded") {
    worker.twostepDatabase ??= await loadEmbedded(inject("embeddedTemplate"));
    return;
  }
  const template = inject("serverTemplate");
  worker.twostepServerUrl ??= await createDatabase(`${template}_${process.env.VITEST_POOL_ID}`, template);
  process.env.POSTGRES_URL = worker.twostepServerUrl;
}

/** Deletes every row. As a replica, because audit events refuse to be deleted and order would matter otherwise. */
export async function emptyDatabase(): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely_%'
  `.execute(database());
  const deletions = rows.map(({ name }) => `delete from ${name};`).join(" ");
  await sql
    .raw(`do $$ begin set local session_replication_role = replica; ${deletions} end $$`)
    .execute(database());
}
