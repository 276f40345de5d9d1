/** Where a server cannot listen is said in one sentence, before anything is started. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";

/** What a script says that asks for a port at `hostname`, and how it ends. */
function asking(port: string, hostname = "") {
  const script = `import { freePort } from "./scripts/port.mjs"; await freePort(${hostname && JSON.stringify(hostname)});`;
  const environment = { ...process.env, PORT: port, NODE_OPTIONS: "" };
  const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: environment,
    encoding: "utf8",
  });
  return { status: ended.status, said: ended.stdout + ended.stderr };
}

test.each(["abc", "0", "65536", "3000.5"])("PORT=%s is none", (port) => {
  expect(asking(port)).toEqual({
    status: 1,
    said: `PORT must be a number from 1 to 65535, not "${port}".\n`,
  });
});

test("a port that somebody has is refused, with another one to try", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const said = `Port ${port} is taken by another program. End that one, or choose another: PORT=${port + 1}\n`;
  expect(asking(String(port))).toEqual({ status: 1, said });
});

// TEST-NET-1 (RFC 5737) and a name that never is one (RFC 6761).
test.each(["192.0.2.1", "nobody.invalid"])("HOSTNAME=%s is not this computer", (hostname) => {
  const said = `HOSTNAME must be an address of this computer, which "${hostname}" is not.\n`;
  expect(asking("3999", hostname)).toEqual({ status: 1, said });
});
