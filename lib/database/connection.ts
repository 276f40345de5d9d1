/**
 * The database, opened lazily and once. `POSTGRES_URL` chooses the driver: none → PGlite in the data folder,
 * a Vercel or Neon host → `@vercel/postgres`, any other → `pg`.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { type Dialect, Kysely, PostgresDialect } from "kysely";
import { minutes } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { embeddedDialect } from "./embedded";
import { outliving } from "./outliving";
import { preparing } from "./preparing-client";
import type { Schema } from "./schema";
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

/**
 * A connection is kept through so much quiet. What was planned on it goes with it, and costs a login more than all its
 * statements: after pg's ten seconds, each login of a small organisation would begin with that.
 */
const idleConnectionLife = minutes(5);

async function serverPool(connectionString: string) {
  const { Client, Pool, types } = (await import("pg")).default;
  // bigint and count(*) as numbers, as PGlite gives them: ours stay far below 2^53.
  types.setTypeParser(types.builtins.INT8, Number);
  return outliving(
    new Pool({
      connectionString,
      max: 10,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: idleConnectionLife,
      ...(keepsPlans(connectionString) && { Client: preparing(Client) }),
    }),
  );
}

/** A pooler that hands a connection on after each transaction loses what was prepared on it, unless it is told to mind. */
const keepsPlans = (url: string) => new URL(url).searchParams.get("pgbouncer") !== "true";
