/** What waits is done, tried again when it fails, and given up where everybody can see it. */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { beforeEach, expect, test, vi } from "vitest";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { minutes, seconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { type JobHandlers, jobNames } from "@/lib/mail/jobs";
import { enqueue, enqueueAll } from "@/lib/mail/queue";
import { connections } from "@/lib/mail/transport";
import { drain, startWorker, stopWorker } from "@/lib/mail/worker";
import { logged } from "../support/console";

let done: string[];

/** Handlers that write down whom each job was for. */
const handlers = Object.fromEntries(
  jobNames.map((name) => [name, async ({ userId }: { userId: string }) => void done.push(userId)]),
) as unknown as JobHandlers;
const failing: JobHandlers = {
  ...handlers,
  "send-activation": async () => {
    throw new Error("The mail server is away.");
  },
};

beforeEach(() => {
  done = [];
});

const enqueueFor = (userId: string) => inTransaction((trx) => enqueue(trx, "send-activation", { userId }));

/** How the one job in the queue stands. */
async function job() {
  const { rows } = await sql<{ state: string; retries: number; output: unknown; due: boolean }>`
    select state, retry_count as retries, output, start_after <= now() as due from pgboss.job
  `.execute(database());
  return rows[0];
}

/** Makes the job due at once, `retries` times tried. */
const hurry = (retries: number) =>
  sql`update pgboss.job set start_after = now(), retry_count = ${retries}`.execute(database());

test("a request of a platform's cron does what is due and says how much it was", async () => {
  await inTransaction((trx) =>
    enqueueAll(
      trx,
      "send-password-reset",
      Array.from({ length: 45 }, (_, index) => ({ userId: `${index}` })),
    ),
  );
  await enqueueFor("ada");
  expect(await drain(handlers, minutes(1))).toBe(46);
  expect(done).toHaveLength(46);
  expect(await drain(handlers, minutes(1))).toBe(0);
});

test("a request whose time is up leaves the rest for the next", async () => {
  await enqueueFor("ada");
  expect(await drain(handlers, seconds(0))).toBe(0);
  expect(await job()).toMatchObject({ state: "created" });
});

test("a failed job waits to be tried again, and its row has a reference number instead of the reason", async () => {
  await enqueueFor("ada");
  await drain(failing, minutes(1));
  const [fault] = logged("job.failed");
  expect(fault?.message).toBe("The mail server is away.");
  expect(await job()).toMatchObject({ state: "retry", due: false, output: { reference: fault?.reference } });
  await hurry(1);
  await drain(handlers, minutes(1));
  expect(done).toEqual(["ada"]);
});

test("a job that fails for hours is given up, logged as such, and kept", async () => {
  await enqueueFor("ada");
  await drain(failing, minutes(1));
  await hurry(15);
  await drain(failing, minutes(1));
  expect(logged("job.failed")).toHaveLength(1);
  expect(logged("job.given-up")).toHaveLength(1);
  expect(await job()).toMatchObject({ state: "failed", retries: 16 });
});

test("a job is told when it is tried for the last time", async () => {
  const told: boolean[] = [];
  const telling: JobHandlers = {
    ...failing,
    "send-activation": async (_, { isLastTry }) => {
      told.push(isLastTry);
      throw new Error("The mail server is away.");
    },
  };
  await enqueueFor("ada");
  for (const retries of [0, 14, 15]) {
    await hurry(retries);
    await drain(telling, minutes(1));
  }
  expect(told).toEqual([false, false, true]);
  expect(logged("job.failed")).toHaveLength(2);
  expect(logged("job.given-up")).toHaveLength(1);
});

test("one failing job does not fail those beside it", async () => {
  await enqueueFor("ada");
  await enqueueFor("bob");
  const onlyBob: JobHandlers = {
    ...handlers,
    "send-activation": async ({ userId }) => {
      if (userId === "ada") throw new Error("Not ada.");
      done.push(userId);
    },
  };
  await drain(onlyBob, minutes(1));
  expect(logged("job.failed")).toHaveLength(1);
  expect(done).toEqual(["bob"]);
  const { rows } = await sql`select state from pgboss.job order by state`.execute(database());
  expect(rows).toEqual([{ state: "retry" }, { state: "completed" }]);
});

test("a server's worker does what comes, and newer handlers take over without a restart", async () => {
  const newer: JobHandlers = {
    ...handlers,
    "send-activation": async ({ userId }) => void done.push(`newer ${userId}`),
  };
  await startWorker(handlers);
  await enqueueFor("ada");
  await vi.waitFor(() => expect(done).toEqual(["ada"]), 10_000);
  await startWorker(newer);
  await enqueueFor("bob");
  await vi.waitFor(() => expect(done).toEqual(["ada", "newer bob"]), 10_000);
  await stopWorker();
  await enqueueFor("eve");
  expect(await drain(handlers, minutes(1))).toBe(1);
});

test("a job that takes long is told when the worker stops, and the worker waits for its end", async () => {
  const long: JobHandlers = {
    ...handlers,
    "send-activation": async ({ userId }, { stopping }) => {
      done.push(`${userId} begun`);
      await once(stopping, "abort");
      done.push(`${userId} stopped`);
    },
  };
  await startWorker(long);
  await enqueueFor("ada");
  await vi.waitFor(() => expect(done).toEqual(["ada begun"]), 10_000);
  await stopWorker();
  expect(done).toEqual(["ada begun", "ada stopped"]);
  expect(await job()).toMatchObject({ state: "completed" });

  await enqueueFor("bob");
  const draining = drain(long, minutes(1));
  await vi.waitFor(() => expect(done).toContain("bob begun"), 10_000);
  await enqueueFor("eve");
  await stopWorker();
  expect(await draining).toBe(1);
  expect(done).not.toContain("eve begun");
});

test("a request whose time is up tells a job that takes long to stop, and leaves no letter for one behind a sending to many", async () => {
  const long: JobHandlers = {
    ...handlers,
    "resend-confirmations": async (_, { stopping }) => {
      await Promise.race([once(stopping, "abort"), wait(seconds(5))]);
      done.push(stopping.aborted ? "told to stop" : "cut off");
    },
  };
  await inTransaction((trx) => enqueue(trx, "resend-confirmations", { jobId: randomId() }));
  await inTransaction((trx) => enqueue(trx, "send-password-reset", { userId: "ada" }));
  expect(await drain(long, seconds(1))).toBe(2);
  expect(done).toEqual(["ada", "told to stop"]);
});

test("as many letters are under way at once as there are connections, and one sending", async () => {
  const most = { "send-activation": 0, "resend-confirmations": 0 };
  const counting = (name: keyof typeof most) => {
    let running = 0;
    return async () => {
      running += 1;
      most[name] = Math.max(most[name], running);
      await wait(50);
      running -= 1;
    };
  };
  const counted: JobHandlers = {
    ...handlers,
    "send-activation": counting("send-activation"),
    "resend-confirmations": counting("resend-confirmations"),
  };
  for (let index = 0; index < 12; index += 1) {
    await enqueueFor(`${index}`);
    await inTransaction((trx) => enqueue(trx, "resend-confirmations", { jobId: randomId() }));
  }
  expect(await drain(counted, minutes(1))).toBe(24);
  expect(most).toEqual({ "send-activation": connections, "resend-confirmations": 1 });
});
