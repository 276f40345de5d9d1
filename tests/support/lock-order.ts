/** Two who lock the same rows: one takes them in their order, and the other comes while the first of them is held. */
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

/** How often it is looked whether the other waits, ten milliseconds apart. */
const looks = 500;

/**
 * Takes `first`, lets `other` come until it waits for that, takes `second`, and lets go; returns what came of `other`.
 * Throws where `other` holds `second` by then: both would wait in a circle, and Postgres ends one of them.
 */
export async function comingBetween<Value>(
  first: (trx: Transaction) => Promise<unknown>,
  other: () => Promise<Value>,
  second: (trx: Transaction) => Promise<unknown> = async () => {},
): Promise<Value> {
  const isTaken = Promise.withResolvers<void>();
  const taking = database()
    .transaction()
    .execute(async (trx) => {
      await first(trx);
      isTaken.resolve();
      await untilSomebodyWaitsFor(trx);
      await second(trx);
    });
  taking.catch(isTaken.reject);
  const [came] = await Promise.all([isTaken.promise.then(other), taking]);
  return came;
}

/** Takes the row of the user `id`, as everything does that changes an account, or ends what is theirs. */
export const lockingUser = (id: string) => (trx: Transaction) =>
  trx.selectFrom("users").select("id").where("id", "=", id).forNoKeyUpdate().execute();

async function untilSomebodyWaitsFor(trx: Transaction): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    const waiting = await sql`
      select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
    `.execute(trx);
    if (waiting.rows.length > 0) return;
    await pause(10);
  }
  throw new Error("Nobody came who waits for what is held");
}
