/** The queue stands and falls with the change that fills it. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { after, now } from "@/lib/kernel/clock";
import { hours } from "@/lib/kernel/duration";
import { enqueue, enqueueAll, prepareQueue, stopQueue } from "@/lib/mail/queue";

const user = (userId: string) => ({ userId });

/** The users of the jobs that anybody can see. */
async function waiting(): Promise<string[]> {
  const { rows } = await sql<{ user: string }>`
    select data ->> 'userId' as user from pgboss.job where state = 'created' order by 1
  `.execute(database());
  return rows.map(({ user }) => user);
}

test("a job of a committed change waits", async () => {
  await inTransaction((trx) => enqueue(trx, "send-activation", user("ada")));
  expect(await waiting()).toEqual(["ada"]);
});

test("a job of a change that was rolled back never was", async () => {
  const change = inTransaction(async (trx) => {
    await enqueue(trx, "send-activation", user("ada"));
    throw new Error("The change failed.");
  });
  await expect(change).rejects.toThrow("The change failed.");
  expect(await waiting()).toEqual([]);
});

test("changes side by side keep their jobs apart", async () => {
  const change = (name: string, fails: boolean) =>
    inTransaction(async (trx) => {
      await enqueue(trx, "send-activation", user(name));
      if (fails) throw new Error("The change failed.");
    });
  await Promise.allSettled([change("ada", false), change("bob", true), change("eve", false)]);
  expect(await waiting()).toEqual(["ada", "eve"]);
});

test("jobs for thousands are one statement and all or nothing", async () => {
  const crowd = Array.from({ length: 3000 }, (_, index) => user(`user-${index}`));
  const failed = inTransaction(async (trx) => {
    await enqueueAll(trx, "send-activation", crowd);
    throw new Error("The change failed.");
  });
  await expect(failed).rejects.toThrow();
  expect(await waiting()).toHaveLength(0);
  await inTransaction((trx) => enqueueAll(trx, "send-activation", crowd));
  expect(await waiting()).toHaveLength(3000);
});

test("a job can be put off", async () => {
  const later = after(now(), hours(1));
  await inTransaction((trx) => enqueue(trx, "send-activation", user("ada"), { startAfter: later }));
  const { rows } = await sql<{ start_after: Date }>`select start_after from pgboss.job`.execute(database());
  expect(rows[0]?.start_after).toEqual(later);
});

test("a queue that nobody opened says so instead of waiting for ever", async () => {
  await stopQueue();
  const change = inTransaction((trx) => enqueue(trx, "send-activation", user("ada")));
  await expect(change).rejects.toThrow("prepareQueue()");
  await prepareQueue();
});

test("opening the queue twice, also at once, opens it once", async () => {
  await stopQueue();
  await Promise.all([prepareQueue(), prepareQueue()]);
  await prepareQueue();
  await inTransaction((trx) => enqueue(trx, "send-activation", user("ada")));
  expect(await waiting()).toEqual(["ada"]);
});
