/** A server that ends answers what it began, and is not kept from its end by connections that wait for more. */
import { Agent, createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { closeServers } from "../../scripts/close-servers.mjs";

test("what is under way is answered, and then its connection is closed, though its client would keep it", async () => {
  let begun: ServerResponse | undefined;
  const server = createServer({ keepAliveTimeout: 60_000 }, (_, response) => {
    begun = response;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const answered = new Promise<string>((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, (answer) => {
      answer.setEncoding("utf8").once("data", resolve);
    }).once("error", reject);
  });
  while (!begun) await new Promise((resolve) => setTimeout(resolve, 5));

  const closed = closeServers([server]);
  begun.end("answered");
  expect(await answered).toBe("answered");
  await closed;
  expect(server.listening).toBe(false);
});
