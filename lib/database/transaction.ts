/** Transactions: all of a change or none of it. What must be joined says so by asking for a `Transaction`. */
import { type Transaction as KyselyTransaction, sql } from "kysely";
import { database, transactionScope } from "./connection";
import type { Schema } from "./schema";

/** An open transaction; a query that takes one is committed or rolled back with the rest of the change. */
export type Transaction = KyselyTransaction<Schema>;

/** Runs `change` in one transaction: committed when it resolves (also with a refusal), rolled back when it throws. */
export function inTransaction<Value>(change: (trx: Transaction) => Promise<Value>): Promise<Value> {
  return database()
    .transaction()
    .execute((trx) =>
      transactionScope.run(true, async () => {
        await notForHours.execute(trx);
        return change(trx);
      }),
    );
}

/**
 * Where the machine of this process is gone in the midst of a change, Postgres hears of it from the network, after two
 * hours, and holds what is locked until then: whose row it is cannot log in. An operator may have told it a shorter time.
 */
const notForHours = sql`
  select set_config('idle_in_transaction_session_timeout', '1min', true)
  where current_setting('idle_in_transaction_session_timeout') = '0'`;
