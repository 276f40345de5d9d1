/** A database that goes away in the middle of something. */
import type { KyselyPlugin } from "kysely";
import { type Database, database } from "@/lib/database/connection";

const worker = globalThis as typeof globalThis & { twostepDatabase?: Database };

/** What is thrown instead of an answer. */
export class Gone extends Error {
  constructor() {
    super("The database has gone away");
  }
}

/** Runs `work` on a database that answers so many statements and then no more; says whether it was asked for more. */
export async function goneAfter<Value>(
  statements: number,
  work: () => Promise<Value>,
): Promise<{ value: Value; gone: false } | { gone: true }> {
  const open = database();
  let asked = 0;
  const failing: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked += 1;
      if (asked > statements) throw new Gone();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  worker.twostepDatabase = open.withPlugin(failing);
  try {
    return { value: await work(), gone: false };
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    return { gone: true };
  } finally {
    worker.twostepDatabase = open;
  }
}
