/** How the scripts for operators end: the database closed, the exit code telling, a refusal as one plain message. */
import "./environment-files.mjs";
import { closeDatabase } from "@/lib/database/connection";
import { DatabaseInUse } from "@/lib/database/embedded";
import { IncompleteEnvironment } from "@/lib/kernel/env";
import { isUnavailable } from "@/lib/kernel/unavailable";

/** What the operator can mend: told without a stack trace. */
export class Refusal extends Error {}

/** Runs `work`, then closes the database. Exit code 0, or 1 when it was refused or failed. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    console.error(plainly(error) ?? error);
  } finally {
    await closeDatabase();
  }
}

/** What the operator is told of what they can mend; undefined for a fault of ours, which is shown in full. */
function plainly(error: unknown): string | undefined {
  for (const kind of [Refusal, IncompleteEnvironment, DatabaseInUse])
    if (error instanceof kind) return error.message;
  const { message, code } = error as { message?: string; code?: string };
  if (isUnavailable(error)) return `Postgres cannot be reached: ${message || code}`;
  if (code && strangers.test(code)) return `Postgres lets nobody in: ${message}`;
  return code === noSuchTable ? "The database is not ready: npm run migrate" : undefined;
}

/** SQLSTATE of what Postgres says to a stranger, or of a database that is not there; and where nothing was migrated. */
const strangers = /^(28...|3D000)$/;
const noSuchTable = "42P01";
