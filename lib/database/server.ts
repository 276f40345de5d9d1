/** The pool of any Postgres but those of Vercel and Neon. */
import type pg from "pg";
import { minutes } from "@/lib/kernel/duration";
import { logWarning } from "@/lib/kernel/log";
import { leaving } from "./leaving-client";
import { outliving } from "./outliving";
import { preparing } from "./preparing-client";

/**
 * A connection is kept through so much quiet. What was planned on it goes with it, and costs a login more than all its
 * statements: after pg's ten seconds, each login of a small organisation would begin with that.
 */
const idleConnectionLife = minutes(5);

/** A pool of at most ten connections to the server at `connectionString`. */
export async function serverPool(connectionString: string): Promise<pg.Pool> {
  const { Client, Pool, types } = (await import("pg")).default;
  // bigint and count(*) as numbers, as PGlite gives them: ours stay far below 2^53.
  types.setTypeParser(types.builtins.INT8, Number);
  const Leaving = leaving(Client, () => {
    logWarning(
      "database.silent",
      "The database does not answer: all that was connected to it connects anew.",
    );
    dropIdle(pool);
  });
  const pool = outliving(
    new Pool({
      connectionString,
      max: 10,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: idleConnectionLife,
      Client: keepsPlans(connectionString) ? preparing(Leaving) : Leaving,
    }),
  );
  return pool;
}

/** A pooler that hands a connection on after each transaction loses what was prepared on it, unless it is told to mind. */
const keepsPlans = (url: string) => new URL(url).searchParams.get("pgbouncer") !== "true";

/** Those that wait in the pool lead where the silent one led: whoever asks next is not to find that out one by one. */
function dropIdle(pool: pg.Pool): void {
  for (let left = pool.idleCount; left > 0; left -= 1) {
    pool.connect().then(
      (client) => client.release(true),
      // It was taken meanwhile, and no other one can be opened: there is nothing to drop.
      () => {},
    );
  }
}
