/** A server that ends answers what it began, and is not kept from its end by connections that wait for more. */
import { once } from "node:events";
import { Agent, createServer, get, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { closeServers, watchConnections } from "../../scripts/close-servers.mjs";

/** A server that keeps what it is asked until the test answers. */
async function startServer(answer: RequestListener) {
  const server = watchConnections(createServer({ keepAliveTimeout: 60_000 }, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, port };
}

/** Asks for a page on a connection that would be kept; resolves with the answer. */
function ask(port: number): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, (answer) => {
      answer.setEncoding("utf8").once("data", resolve);
    }).once("error", reject);
  });
}

const until = async (happened: () => unknown) => {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test("what is under way is answered, and then its connection is closed, though its client would keep it", async () => {
  let begun: ServerResponse | undefined;
  const { server, port } = await startServer((_, response) => {
    begun = response;
  });
  const answered = ask(port);
  await until(() => begun);

  const closed = closeServers([server]);
  begun?.end("answered");
  expect(await answered).toBe("answered");
  await closed;
  expect(server.listening).toBe(false);
});

test.each([
  ["nothing", ""],
  ["half a request", "GET / HTTP/1.1\r\nHost: x\r\n"],
  ["half a form", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nemail="],
])(
  "a connection that has sent %s is closed, and what is under way beside it is answered",
  async (_, sent) => {
    let begun: ServerResponse | undefined;
    const { server, port } = await startServer((request, response) => {
      if (request.method === "GET") begun = response;
    });
    const waiting = connect(port, "127.0.0.1");
    onTestFinished(() => void waiting.destroy());
    waiting.on("error", () => {});
    const cut = once(waiting, "close");
    await once(waiting, "connect");
    waiting.write(sent);
    const answered = ask(port);
    await until(() => begun);

    const closed = closeServers([server], { within: 100 });
    await cut;
    begun?.end("answered");
    expect(await answered).toBe("answered");
    await closed;
  },
);
