/** Tells what an operator can mend, a folder or a database, from a fault of our own, which is shown in full. */
import { DatabaseInUse } from "@/lib/database/embedded";
import { WrongIsolation } from "@/lib/database/isolation";
import { IncompleteEnvironment } from "@/lib/kernel/env";
import { isUnavailable } from "@/lib/kernel/unavailable";

/** `error` in words for whoever started the process; undefined for a fault of ours. */
export function mendable(error: unknown): string | undefined {
  if (toldInFull.some((kind) => error instanceof kind)) return (error as Error).message;
  const { message, code = "" } = error as { message?: string; code?: string };
  if (isUnavailable(error)) return `Postgres cannot be reached: ${message || code}`;
  if (strangers.test(code)) return `Postgres lets nobody in: ${message}`;
  if (code === noSuchTable) return "The database is not ready: npm run migrate";
  return folderTroubles.has(code) ? `Nothing can be kept there: ${message} (TWOSTEP_DATA)` : undefined;
}

/** What says itself how it is mended. */
const toldInFull = [IncompleteEnvironment, DatabaseInUse, WrongIsolation];

/** SQLSTATE of what Postgres says to a stranger, or of a database that is not there; and where nothing was migrated. */
const strangers = /^(28...|3D000)$/;
const noSuchTable = "42P01";

/** What systems say of a folder in which nothing can be written. */
const folderTroubles = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOSPC", "EDQUOT"]);
