/**
 * The database, opened lazily and once. `POSTGRES_URL` chooses the driver: none → PGlite in the data folder,
 * a Vercel or Neon host → `@vercel/postgres`, any other → `pg`.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { type Dialect, Kysely, PostgresDialect } from "kysely";
import { environment } from "@/lib/kernel/env";
import { embeddedDialect } from "./embedded";
import type { Schema } from "./schema";
import { serverPool } from "./server";
import { isVercelHost, vercelPool } from "./vercel";

/** The whole database, outside any transaction: for reads, and for writes of one statement. */
export type Database = Kysely<Schema>;

// Next loads a module more than once (pages, actions, instrumentation); the pool must exist once a process.
const shared = globalThis as typeof globalThis & { twostepDatabase?: Database };

/** Says whether the caller runs inside a transaction; entered by `inTransaction` alone. */
export const transactionScope = new AsyncLocalStorage<true>();

/** The database. Throws inside a transaction: there, the transaction must be used (PGlite has one connection). */
export function database(): Database {
  if (transactionScope.getStore())
    throw new Error("The database was asked for inside a transaction: use the transaction.");
  shared.twostepDatabase ??= new Kysely<Schema>({ dialect: dialectFor(environment().postgresUrl) });
  return shared.twostepDatabase;
}

/** Closes the database; the next call of {@link database} opens it again. */
export async function closeDatabase(): Promise<void> {
  const open = shared.twostepDatabase;
  shared.twostepDatabase = undefined;
  await open?.destroy();
}

/** The Kysely dialect for `postgresUrl`; `null` is the embedded database. */
export function dialectFor(postgresUrl: string | null): Dialect {
  if (postgresUrl === null) return embeddedDialect(environment().dataFolder);
  if (isVercelHost(new URL(postgresUrl).hostname))
    return new PostgresDialect({ pool: () => vercelPool(postgresUrl) });
  return new PostgresDialect({ pool: () => serverPool(postgresUrl) });
}
