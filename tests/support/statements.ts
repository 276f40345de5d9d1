/** The statements that a database is asked for, so that two answers can be compared by the work behind them. */
import type { KyselyPlugin, QueryId } from "kysely";
import { type Database, database } from "@/lib/database/connection";

const worker = globalThis as typeof globalThis & { twostepDatabase?: Database };

/** Runs `work` and returns what it answered, with the kinds of its statements in their order, those of the queue included. */
export async function statementsOf<Value>(work: () => Promise<Value>): Promise<[Value, string[]]> {
  const open = database();
  const texts = new Map<QueryId, string>();
  const asked: string[] = [];
  const listening: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      texts.set(queryId, open.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      // What the queue asks for comes without a text of Kysely's.
      asked.push(texts.get(queryId) ?? "a statement of the queue");
      return result;
    },
  };
  worker.twostepDatabase = open.withPlugin(listening);
  try {
    return [await work(), asked];
  } finally {
    worker.twostepDatabase = open;
  }
}
