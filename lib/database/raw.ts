/**
 * Plain SQL for a library that brings its own statements (the queue), on whichever database is open. Some of its
 * texts hold several statements in one transaction; they run one by one on one connection, since not every driver
 * takes them together.
 */
import { CompiledQuery } from "kysely";
import type { Database } from "./connection";

type Rows = { rows: Record<string, unknown>[] };

/** Runs `text` with its `$1`, `$2` …; without values `text` may hold several statements, whose rows are joined. */
export type RawExecutor = { executeSql(text: string, values?: unknown[]): Promise<Rows> };

/** An executor on `on`, which it holds on to: close it before the database. */
export function rawExecutor(on: Database): RawExecutor {
  return {
    async executeSql(text, values = []) {
      if (values.length > 0) return { rows: await rowsOf(on, text, values) };
      return on.connection().execute(async (connection) => {
        const rows: Rows["rows"] = [];
        try {
          for (const statement of statementsIn(text)) rows.push(...(await rowsOf(connection, statement)));
        } catch (error) {
          // A failed statement leaves its transaction open, and the connection goes on to serve others.
          await rowsOf(connection, "rollback");
          throw error;
        }
        return { rows };
      });
    },
  };
}

async function rowsOf(on: Pick<Database, "executeQuery">, text: string, values: unknown[] = []) {
  const { rows } = await on.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
  // Kysely answers the end of a transaction with a row of its own making.
  return /^\s*(commit|rollback)\b/i.test(text) ? [] : rows;
}

/** The statements in `text`, which end at each semicolon outside quotes, `$$` bodies and comments. */
export function statementsIn(text: string): string[] {
  const statements = [""];
  for (const [token] of text.matchAll(tokens)) {
    if (token === ";") statements.push("");
    else statements[statements.length - 1] += token;
  }
  return statements.filter((statement) => statement.trim() !== "");
}

const tokens = /(\$\w*\$)[\s\S]*?\1|'[^']*'|"[^"]*"|--.*|\/\*[\s\S]*?\*\/|;|[^;'"$/-]+|[\s\S]/g;
