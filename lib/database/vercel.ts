/** The one place that knows `@vercel/postgres`: its makers no longer develop it, so that it must be easy to leave. */
import type { PostgresPool } from "kysely";
import { outliving } from "./outliving";

/** Whether `hostname` belongs to Vercel Postgres or Neon, which are reached over WebSockets. */
export function isVercelHost(hostname: string): boolean {
  return /\.(vercel-storage\.com|neon\.tech)$/.test(hostname);
}

/** A pool of `@vercel/postgres`. It takes pooled connection strings only (a host with `-pooler.`). */
export async function vercelPool(connectionString: string): Promise<PostgresPool> {
  const { createPool, types } = await import("@vercel/postgres");
  types.setTypeParser(types.builtins.INT8, Number);
  // The same interface as pg's pool, declared a second time by the package.
  return outliving(createPool({ connectionString })) as unknown as PostgresPool;
}
