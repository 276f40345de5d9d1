/**
 * A client of `pg` that leaves a server which is of no use any more, so that the pool opens a connection to whoever stands
 * at the address by now. One whose machine is gone says nothing, and the network gives it up after a quarter of an hour;
 * one that has handed over to another takes no writes, for as long as the connection lasts.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { connect, type Socket } from "node:net";
import type pg from "pg";
import { seconds } from "@/lib/kernel/duration";
import { unlessHeard } from "@/lib/kernel/unless-heard";

/** Of what the product asks nothing takes so long. Half of what scripts/admission.mjs waits: 503 is said in time. */
export const longestSilence = seconds(30);

/** So long it has to say that it gives up what it was asked: it is there then, and its connection is kept. */
const lastChance = seconds(1);

const patience = new AsyncLocalStorage<true>();

/** Does `work`, whose statements may take as long as they take: those of an operator's commands. */
export function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  return patience.run(true, work);
}

/**
 * `Client`, which after so much silence takes back what it asked; it ends the connection, and says so, where that is not
 * answered either, or when it is told that nothing can be written.
 */
export function leaving(Client: typeof pg.Client, wasSilent: () => void): typeof pg.Client {
  return class extends Client {
    // Of its many ways to be asked, Kysely uses one.
    override query(...asked: never[]): never {
      const answer = (super.query as (...all: never[]) => Promise<unknown>).apply(this, asked);
      // In the midst of a question it cuts the connection, and what was asked fails; the pool keeps none that has ended.
      const leave = () => void this.end();
      let answered = () => {};
      const takeBack = () => {
        askForNoAnswer(this);
        answered = unlessHeard(lastChance, () => {
          leave();
          wasSilent();
        });
      };
      if (!patience.getStore()) answered = unlessHeard(longestSilence, takeBack);
      answer.catch(({ code }: { code?: string }) => code === readOnly && leave()).finally(() => answered());
      return answer as never;
    }
  };
}

/**
 * Asks the server that `client` is connected to for no answer any more. One that is there, and waits for a lock, does not
 * notice that nobody listens: it would wait on, keep the connection, and have no other one left when all have been tried.
 */
function askForNoAnswer(client: pg.Client): void {
  const { processID, secretKey, connection } = client as unknown as Connected;
  const { remoteAddress, remotePort } = connection.stream;
  if (!processID || !secretKey || !remoteAddress || !remotePort) return;
  // As any client sends it, on a connection of its own and in clear (PostgreSQL, "Cancel Request").
  const request = Buffer.alloc(16);
  for (const [index, part] of [16, 80877102, processID, secretKey].entries())
    request.writeInt32BE(part, index * 4);
  const socket = connect(remotePort, remoteAddress, () => void socket.write(request));
  // It answers by closing that, as libpq waits for: PgBouncer (#801) can crash where the client does so first. And where
  // nobody is there any more, there is nothing to take back.
  socket
    .on("error", () => {})
    .resume()
    .unref();
}

type Connected = { processID: number | null; secretKey: number | null; connection: { stream: Socket } };

/** SQLSTATE read_only_sql_transaction. */
const readOnly = "25006";
