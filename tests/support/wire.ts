/** A wire to a service that a test can cut and mend again. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

export type Wire = {
  /** The address of the service, by the wire. */
  url: string;
  /** Cuts every connection, and takes no new one. */
  cut: () => void;
  /** Nothing comes through the connections of now any more, and nobody is told: their machine is gone. New ones are as ever. */
  silence: () => void;
  mend: () => void;
  close: () => void;
};

/** Opens a wire to the service at `to`, an address with its port. */
export async function openWire(to: string): Promise<Wire> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let isCut = false;
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const wire = createServer((client) => {
    if (isCut) return client.destroy();
    const database = connect(
      Number(target.port || (target.protocol === "redis:" ? 6379 : 5432)),
      target.hostname,
    );
    for (const [end, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(end);
      // Whichever end goes first takes the other with it.
      end.on("error", () => other.destroy()).once("close", () => sockets.delete(end));
      end.pipe(other);
    }
  });
  const url = new URL(target);
  Object.assign(url, { hostname: "127.0.0.1", port: String(await listening(wire)) });
  return {
    url: url.href,
    cut: () => {
      isCut = true;
      cutAll();
    },
    silence: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      wire.close();
      cutAll();
    },
  };
}

/** The port of 127.0.0.1 that `server` listens on from now on. */
export async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
