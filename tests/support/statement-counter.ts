/**
 * Counts what a server asks its Postgres, by standing between them: Postgres counts statements itself only when an
 * extension was loaded at its start, which neither tests nor bench can ask of a machine.
 */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Counter = {
  /** The address to give to the server instead of Postgres's own. */
  url: string;
  /** The statements since the last call, in their order. */
  take(): string[];
  close(): void;
};

export async function countStatements(postgresUrl: string): Promise<Counter> {
  const { hostname, port } = new URL(postgresUrl);
  let asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const postgres = connect(Number(port || 5432), hostname);
    client.on(
      "data",
      reader((statement) => asked.push(statement)),
    );
    client.pipe(postgres).pipe(client);
    for (const socket of [client, postgres]) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
      socket.once("close", () => open.delete(socket));
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = new URL(postgresUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    take() {
      const taken = asked;
      asked = [];
      return taken;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Reads what a client says (Postgres manual, "Message Formats"): a simple query, or one that is parsed, bound and executed. */
function reader(tell: (statement: string) => void) {
  let rest = Buffer.alloc(0);
  let started = false;
  /** By the name that the client gave them; the last one without a name is under "". */
  const parsed = new Map<string, string>();
  let bound = "";
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message has no type, only a length.
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = rest.readInt32BE(head) + head;
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      if (!started) {
        // A question for TLS is followed by the real start.
        started = message.readInt32BE(4) !== 80877103;
        continue;
      }
      const type = String.fromCharCode(message[0] as number);
      if (type === "Q") tell(text(message, 5));
      if (type === "P") parsed.set(text(message, 5), text(message, message.indexOf(0, 5) + 1));
      if (type === "B") bound = parsed.get(text(message, message.indexOf(0, 5) + 1)) ?? "";
      if (type === "E") tell(bound);
    }
  };
}

const text = (message: Buffer, from: number) => message.toString("utf8", from, message.indexOf(0, from));

/** Without what a server asks by itself: its queue, which polls. */
export const ofRequests = (statements: string[]) => statements.filter((each) => !/\bpgboss\./.test(each));

/** Whether a statement only begins or ends a transaction: a round trip, but no work. */
export const isBracket = (statement: string) =>
  /^\s*(begin|commit|rollback|start transaction)/i.test(statement);
