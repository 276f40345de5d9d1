/** Whoever comes while the process is busy is taken with the others of that moment, not one in each turn of the loop. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../../scripts/listen.mjs";

/** How many of forty who come at once are taken in the turn that takes most. */
async function mostInOneTurn(single: boolean): Promise<number> {
  const port = await freePort();
  let turn = 0;
  const taken = new Map<number, number>();
  const sockets: Socket[] = [];
  const create = () =>
    createServer((socket) => {
      sockets.push(socket);
      taken.set(turn, (taken.get(turn) ?? 0) + 1);
    });
  const servers = await listen(create, { port, hostname: "127.0.0.1", single });
  onTestFinished(() => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  });

  const visitors = Array.from({ length: 40 }, () => connect(port, "127.0.0.1"));
  onTestFinished(() => {
    for (const visitor of visitors) visitor.destroy();
  });
  await Promise.all(visitors.map((visitor) => once(visitor, "connect")));
  while (sockets.length < visitors.length) {
    await new Promise(setImmediate);
    turn += 1;
  }
  return Math.max(...taken.values());
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

test.skipIf(process.platform !== "linux")("forty who come at once are taken in a few turns", async () => {
  expect(await mostInOneTurn(false)).toBeGreaterThanOrEqual(8);
  // Should this fail, one socket takes as many, and listening with more has become needless.
  expect(await mostInOneTurn(true)).toBeLessThan(4);
});
