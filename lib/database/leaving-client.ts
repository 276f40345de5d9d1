/**
 * A client of `pg` that leaves a server which is of no use any more, so that the pool opens a connection to whoever stands
 * at the address by now. One whose machine is gone says nothing, and the network gives it up after a quarter of an hour;
 * one that has handed over to another takes no writes, for as long as the connection lasts.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";
import { seconds } from "@/lib/kernel/duration";

/** Of what the product asks nothing takes so long. Half of what scripts/admission.mjs waits: 503 is said in time. */
export const longestSilence = seconds(30);

const patience = new AsyncLocalStorage<true>();

/** Does `work`, whose statements may take as long as they take: those of an operator's commands. */
export function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  return patience.run(true, work);
}

/** `Client`, which ends the connection after so much silence, and says so, or when it is told that nothing can be written. */
export function leaving(Client: typeof pg.Client, wasSilent: () => void): typeof pg.Client {
  return class extends Client {
    // Of its many ways to be asked, Kysely uses one.
    override query(...asked: never[]): never {
      const answer = (super.query as (...all: never[]) => Promise<unknown>).apply(this, asked);
      const timer = patience.getStore() ? undefined : setTimeout(() => this.leave(wasSilent), longestSilence);
      answer
        .catch(({ code }: { code?: string }) => code === readOnly && this.leave())
        .finally(() => clearTimeout(timer));
      return answer as never;
    }

    private leave(andThen?: () => void): void {
      // In the midst of a question it cuts the connection, and what was asked fails; the pool keeps none that has ended.
      void this.end();
      andThen?.();
    }
  };
}

/** SQLSTATE read_only_sql_transaction. */
const readOnly = "25006";
