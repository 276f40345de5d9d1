/** What stands before a Vercel or Neon database: WebSockets come in, the Postgres protocol goes out. */
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { neonConfig } from "@neondatabase/serverless";
import { createWebSocketStream, WebSocketServer } from "ws";

/**
 * Opens a proxy to the server of `url`, which is a database there, and returns an address of that database under
 * which the product takes it for one of Neon's.
 */
export async function reachedAsVercel(url: string): Promise<string> {
  const target = new URL(url);
  const address = await openProxy(target.hostname, Number(target.port || 5432));
  Object.assign(neonConfig, {
    wsProxy: () => address,
    // The proxy speaks in clear, and the server may ask for a password in a way that cannot be foreseen.
    useSecureWebSocket: false,
    pipelineTLS: false,
    pipelineConnect: false,
  });
  target.hostname = "tests-pooler.neon.tech";
  return target.href;
}

async function openProxy(host: string, port: number): Promise<string> {
  const proxy = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  proxy.on("connection", (socket) => {
    const client = createWebSocketStream(socket);
    const server = connect(port, host);
    // Whichever end goes first takes the other with it.
    client.on("error", () => server.destroy()).pipe(server);
    server.on("error", () => client.destroy()).pipe(client);
  });
  await once(proxy, "listening");
  return `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}
