/** Transactions: all of a change or none of it. What must be joined says so by asking for a `Transaction`. */
import type { Transaction as KyselyTransaction } from "kysely";
import { database, transactionScope } from "./connection";
import type { Schema } from "./schema";

/** An open transaction; a query that takes one is committed or rolled back with the rest of the change. */
export type Transaction = KyselyTransaction<Schema>;

/** Runs `change` in one transaction: committed when it resolves (also with a refusal), rolled back when it throws. */
export function inTransaction<Value>(change: (trx: Transaction) => Promise<Value>): Promise<Value> {
  return database()
    .transaction()
    .execute((trx) => transactionScope.run(true, () => change(trx)));
}
