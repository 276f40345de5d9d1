/** Tells what an operator can mend, a folder or a database, from a fault of our own, which is shown in full. */
import { ChangedDefault } from "@/lib/database/defaults";
import { DatabaseInUse } from "@/lib/database/embedded";
import { environment, IncompleteEnvironment } from "@/lib/kernel/env";
import { Unopened } from "@/lib/kernel/seal";
import { isUnavailable } from "@/lib/kernel/unavailable";

/** `error` in words for whoever started the process; undefined for a fault of ours. */
export function mendable(error: unknown): string | undefined {
  if (toldInFull.some((kind) => error instanceof kind)) return (error as Error).message;
  const { message = "", code = "", path } = error as { message?: string; code?: string; path?: string };
  if (strangers.test(code)) return `Postgres lets nobody in: ${message}`;
  if (isUnavailable(error)) return `Postgres cannot be reached: ${message || code}`;
  if (code === notAllowed) return `Postgres does not allow it: ${message}`;
  if (notMigrated.has(code)) return "The database is not ready: npm run migrate";
  const [, later] = runByLater.exec(message) ?? [];
  if (later)
    return `The database has run ${later}, which this version of Twostep does not know: use the newer one.`;
  if (code === "ENOENT" && isNamedByPostgresUrl(path))
    return `POSTGRES_URL names a file that cannot be read: ${message}`;
  return folderTroubles.has(code) ? `Nothing can be kept there: ${message} (TWOSTEP_DATA)` : undefined;
}

/** What says itself how it is mended. */
const toldInFull = [IncompleteEnvironment, DatabaseInUse, ChangedDefault, Unopened];

/** SQLSTATE of what Postgres says to a stranger, or of a database that is not there; and to whom may not do something. */
const strangers = /^(28...|3D000)$/;
const notAllowed = "42501";

/** SQLSTATE of a table, column, function or schema that is not there: a migration, or all of them, was not run. */
const notMigrated = new Set(["42P01", "42703", "42883", "3F000"]);

/** What Kysely says of a migration that this version does not have. */
const runByLater = /^corrupted migrations: previously executed migration (\S+) is missing$/;

/** As its `sslrootcert`. */
function isNamedByPostgresUrl(path = ""): boolean {
  const { postgresUrl } = environment();
  return postgresUrl !== null && [...new URL(postgresUrl).searchParams.values()].includes(path);
}

/** What systems say of a folder in which nothing can be written. */
const folderTroubles = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOSPC", "EDQUOT"]);
