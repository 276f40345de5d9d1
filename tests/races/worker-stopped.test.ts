/** A worker that is told to stop in the middle of a sending: it ends at once, and nobody is missed or written to twice. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { readView } from "@/lib/organisations/user-view";
import { startMailServer } from "../mail/mail-server";
import { createDatabase, dropDatabases } from "../support/server";
import { administratorOf } from "../support/staff";
import { startWorker } from "../support/worker";

const patience = { timeout: 80_000, interval: 100 };

const count = 200;

/** A worker in the midst of a sending, started by `command`; until told to `hurry`, its mail server takes fifty letters in a second. */
async function inTheMidst(command?: string[]) {
  const by = await administratorOf(count);
  let pause = 100;
  const hurry = () => {
    pause = 0;
  };
  const { port, taken } = await startMailServer({ onRcptTo: (_, __, done) => void setTimeout(done, pause) });
  await resendConfirmations(by, readView({}).filter, { sendingId: randomId(), seenAt: new Date() });
  const smtpUrl = `smtp://127.0.0.1:${port}`;
  const worker = startWorker(smtpUrl, command);
  await vi.waitFor(() => expect(taken.length).toBeGreaterThan(5), patience);
  return { worker, taken, smtpUrl, hurry };
}

const rowsThatAre = async (state: "sent" | "waiting") => {
  const rows = await database().selectFrom("resend_recipients").select("position").where("state", "=", state);
  return (await rows.execute()).length;
};

/** Some have got their letters, and all of these are written down; the others wait. */
async function expectNoneHalfSent(taken: unknown[]): Promise<void> {
  const sent = taken.length;
  expect(sent).toBeLessThan(count);
  expect(await rowsThatAre("sent")).toBe(sent);
  expect(await rowsThatAre("waiting")).toBe(count - sent);
}

test("told twice, as npm and a terminal do: it ends well, leaves the rest in the queue, and another goes on", async () => {
  const { worker, taken, smtpUrl, hurry } = await inTheMidst();
  worker.kill("SIGINT");
  await wait(50);
  worker.kill("SIGINT");
  expect(await exitOf(worker)).toEqual([0, null]);

  await expectNoneHalfSent(taken);

  hurry();
  startWorker(smtpUrl);
  await vi.waitFor(async () => expect(await rowsThatAre("sent")).toBe(count), patience);
  const addresses = taken.flatMap(({ recipients }) => recipients);
  expect(addresses).toHaveLength(count);
  expect(new Set(addresses).size).toBe(count);
}, 180_000);

test("whose terminal is closed, it ends as well, and leaves no letter half sent", async () => {
  const { worker, taken } = await inTheMidst();
  worker.kill("SIGHUP");
  expect(await exitOf(worker)).toEqual([0, null]);
  await expectNoneHalfSent(taken);
}, 180_000);

test("where npm alone is told, the worker ends with it, and leaves no letter half sent", async () => {
  const { worker: npm, taken } = await inTheMidst(["npm", "run", "worker"]);
  npm.kill("SIGTERM");
  await exitOf(npm);
  await wait(3_000);
  const sent = taken.length;
  await wait(1_000);
  expect(taken).toHaveLength(sent);
  await expectNoneHalfSent(taken);
}, 180_000);

test("a worker that cannot begin, because nothing was migrated, ends and leaves nothing running", async () => {
  const name = `twostep_unmigrated_${process.pid}`;
  const postgresUrl = await createDatabase(name);
  onTestFinished(() => dropDatabases(name));
  const worker = startWorker("smtp://127.0.0.1:1", undefined, postgresUrl);
  expect(await exitOf(worker)).toEqual([1, null]);
});

async function exitOf(process: ChildProcess): Promise<unknown[]> {
  return (process.exitCode ?? process.signalCode)
    ? [process.exitCode, process.signalCode]
    : once(process, "exit");
}
