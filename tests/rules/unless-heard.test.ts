import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { milliseconds } from "@/lib/kernel/duration";
import { unlessHeard } from "@/lib/kernel/unless-heard";
import { listening } from "../support/wire";

/** For so many milliseconds the process does nothing and hears nothing. */
function standStill(time: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
}

async function bothEnds(): Promise<[Socket, Socket]> {
  const server = createServer();
  const port = await listening(server);
  const near = connect(port, "127.0.0.1");
  const [far] = (await once(server, "connection")) as [Socket];
  onTestFinished(() => {
    near.destroy();
    server.close();
  });
  return [near, far];
}

test("what came while the process stood still is heard before it gives up", async () => {
  const [near, far] = await bothEnds();
  const giveUp = vi.fn();
  near.once("data", unlessHeard(milliseconds(5), giveUp));
  far.write("the answer");
  standStill(20);
  await once(near, "data");
  await turn();
  expect(giveUp).not.toHaveBeenCalled();
});

test("where nothing has come, it gives up once", async () => {
  const giveUp = vi.fn();
  await new Promise<void>((resolve) => unlessHeard(milliseconds(5), giveUp.mockImplementation(resolve)));
  expect(giveUp).toHaveBeenCalledOnce();
});
