/** The database of the worker that runs a test: opened once, empty before each test. */
import { Kysely, sql } from "kysely";
import { inject } from "vitest";
import { closeDatabase, type Database, database, dialectFor } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import { loadEmbedded } from "./embedded";
import { createDatabase } from "./server";
import { reachedAsVercel } from "./websocket-proxy";

declare module "vitest" {
  interface ProvidedContext {
    databaseKind: "embedded" | "server" | "vercel";
  }
}

const worker = globalThis as typeof globalThis & { twostepDatabase?: Database; twostepOpened?: string };

/** Opens this worker's database, so that `database()` of the product is it. Does nothing when it is open already. */
export async function openDatabase(): Promise<void> {
  const kind = inject("databaseKind");
  const wanted = kind === "embedded" ? kind : `${inject("serverTemplate")}_${process.env.VITEST_POOL_ID}`;
  if (worker.twostepDatabase && worker.twostepOpened === wanted) return;
  await closeDatabase();
  worker.twostepDatabase =
    kind === "embedded"
      ? await loadEmbedded(inject("embeddedTemplates").migrated)
      : await openOnServer(wanted, kind === "vercel");
  worker.twostepOpened = wanted;
}

async function openOnServer(name: string, asVercel: boolean): Promise<Database> {
  const url = await createDatabase(name, { template: inject("serverTemplate") });
  // For whatever a test starts as a process of its own.
  process.env.POSTGRES_URL = url;
  return new Kysely<Schema>({ dialect: dialectFor(asVercel ? await reachedAsVercel(url) : url) });
}

/** Deletes every row. As a replica, because audit events refuse to be deleted and order would matter otherwise. */
export async function emptyDatabase(): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely_%'
    -- A partitioned table: its parts hold the rows, and this deletes them all.
    union all select 'pgboss.job'
  `.execute(database());
  const deletions = rows.map(({ name }) => `delete from ${name};`).join(" ");
  await sql
    .raw(`do $$ begin set local session_replication_role = replica; ${deletions} end $$`)
    .execute(database());
}
