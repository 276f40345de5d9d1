/** Lets the process outlive its connections: a database that starts anew costs one answer each, not the whole server. */
import { logFault } from "@/lib/kernel/log";

type Listening = { on(event: "error", listener: (error: Error) => void): unknown };
type ListeningPool = Listening & { on(event: "connect", listener: (client: Listening) => void): unknown };

/**
 * `pool` with somebody who hears when the server cuts a connection; without, Node ends the process. One that waited is
 * replaced at the next question; one in use throws at its next question, which undoes its transaction.
 */
export function outliving<Pool extends ListeningPool>(pool: Pool): Pool {
  pool.on("error", (error) => void logFault("database.connection-lost", error));
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
