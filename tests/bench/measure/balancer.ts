/** The smallest proxy that shares requests out among instances, one after the other. */
import { Agent, createServer, request as open } from "node:http";
import type { AddressInfo } from "node:net";

export type Balancer = { origin: string; close(): void };

/** `host` is what the instances are told they are called: the proxy passes the browser's own on. */
export async function balance(origins: string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  let next = 0;
  const server = createServer((request, response) => {
    const origin = origins[next++ % origins.length] as string;
    const forwarded = open(
      `${origin}${request.url}`,
      { method: request.method, headers: request.headers, agent },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.once("error", () => response.writeHead(502).end());
    request.pipe(forwarded);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
