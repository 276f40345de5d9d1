/**
 * Postgres inside this process (PGlite), for demo, dev and tests. It has no lock of its own and two processes on one
 * folder would lose data, so a file with the process id guards the folder; one left by a killed process is taken over.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { type Dialect, PGliteDialect } from "kysely";
import { logInfo } from "@/lib/kernel/log";

/** A Kysely dialect on the database in `folder`, created at first use (12–17 s the first time, 1–3 s later). */
export function embeddedDialect(folder: string): Dialect {
  return new PGliteDialect({ pglite: () => openEmbedded(folder) });
}

/** Somebody else has the embedded database open. */
export class DatabaseInUse extends Error {}

/** Opens the database in `folder`. Throws {@link DatabaseInUse} when another living process has it open. */
async function openEmbedded(folder: string): Promise<PGlite> {
  mkdirSync(folder, { recursive: true });
  lock(join(folder, "database.lock"));
  const at = join(folder, "database");
  logInfo(existsSync(at) ? "database.opening" : "database.creating", { folder: at });
  return startEmbedded(at);
}

/** Starts PGlite on `location` with the extensions and parsers that make it answer like a server through `pg`. */
export async function startEmbedded(location: string, loadDataDir?: Blob): Promise<PGlite> {
  const [{ PGlite, types }, { pg_trgm }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/pg_trgm"),
  ]);
  return PGlite.create(location, {
    extensions: { pg_trgm },
    parsers: { [types.INT8]: Number },
    ...(loadDataDir && { loadDataDir }),
  });
}

function lock(file: string): void {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = Number(readFileSync(file, "utf8"));
    if (owner !== process.pid && isAlive(owner)) {
      // The number of a process that was cut off can be another one's by now, which only a person can tell.
      throw new DatabaseInUse(
        `The embedded database is in use by process ${owner}. Stop that one first, or give this one another ` +
          `folder: TWOSTEP_DATA. If that is no Twostep, delete ${file}.`,
      );
    }
    writeFileSync(file, String(process.pid));
  }
  process.once("exit", () => rmSync(file, { force: true }));
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
