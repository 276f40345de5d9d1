/** What a server says at its start to whoever runs it. */
import { Kysely, sql } from "kysely";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { type Database, database, dialectFor } from "@/lib/database/connection";
import { requireDefaults } from "@/lib/database/defaults";
import { stopWorking } from "@/lib/jobs/keep-working";
import { startProduct } from "@/lib/jobs/start-product";
import { environment } from "@/lib/kernel/env";
import { prepareQueue } from "@/lib/mail/queue";
import { logged } from "../support/console";
import { createDatabase, dropDatabases, onServer } from "../support/server";

test.each([
  { worksQueue: false, cronSecret: null, says: true },
  { worksQueue: false, cronSecret: "c".repeat(32), says: false },
  { worksQueue: true, cronSecret: null, says: false },
])("who would wait in vain for e-mails is told what sends them: %o", async ({ says, ...given }) => {
  const { mode, worksQueue, cronSecret } = environment();
  onTestFinished(async () => {
    Object.assign(environment(), { mode, worksQueue, cronSecret });
    await stopWorking();
    await prepareQueue();
  });
  Object.assign(environment(), { mode: "production", ...given });
  await startProduct();
  const told = logged("queue.left-to-others").map(({ level, message }) => `${level}: ${message}`);
  expect(told).toHaveLength(says ? 1 : 0);
  for (const sentence of told)
    expect(sentence).toMatch(/^warning: .*`npm run worker`.*CRON_SECRET is missing/);
});

test.each([
  { smtpUrl: null, says: "Letters arrive at http://localhost:3000/dev/mailbox" },
  { smtpUrl: "smtp://127.0.0.1:2500", says: "Letters go out through SMTP_URL" },
])("whoever tries the product is told where its letters are: $says", async ({ smtpUrl, says }) => {
  const { mode, worksQueue, cronSecret } = environment();
  const told = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  onTestFinished(() => {
    told.mockRestore();
    Object.assign(environment(), { mode, worksQueue, cronSecret, smtpUrl: null });
  });
  Object.assign(environment(), { mode: "demo", worksQueue: false, cronSecret: "c".repeat(32), smtpUrl });
  await startProduct();
  const lines = told.mock.calls.join("").split("\n");
  expect(lines.filter((line) => line.startsWith("Letters"))).toEqual([says]);
});

test("counters that are away, and let nobody log in, are in the log of the start", async () => {
  const { mode, worksQueue, cronSecret, redisUrl } = environment();
  onTestFinished(async () => {
    Object.assign(environment(), { mode, worksQueue, cronSecret, redisUrl });
    await stopWorking();
    await prepareQueue();
  });
  const nobody = "redis://127.0.0.1:1";
  Object.assign(environment(), { mode: "production", worksQueue: true, cronSecret: null, redisUrl: nobody });
  await startProduct();
  await vi.waitFor(() => expect(logged("redis.failed")).toHaveLength(1));
});

if (inject("databaseKind") === "server") {
  test.each([
    ["begins transactions as serializable", "default_transaction_isolation = 'serializable'"],
    ["begins transactions as repeatable read", "default_transaction_isolation = 'repeatable read'"],
    // Nothing would read those: a limit that is closed would count as open.
    ["writes moments as SQL", "datestyle = 'SQL, DMY'"],
    ["writes moments as German", "datestyle = 'German'"],
  ])("a database that %s is not served, and what is told mends it", async (does, setting) => {
    const name = `twostep_defaults_${process.pid}`;
    const url = await createDatabase(name);
    await onServer(`alter database ${name} set ${setting}`);
    const worker = globalThis as { twostepDatabase?: Database };
    const own = worker.twostepDatabase;
    const giveUp = vi.fn();
    Object.assign(globalThis, { [Symbol.for("twostep.give-up")]: giveUp });
    onTestFinished(async () => {
      Object.assign(globalThis, { [Symbol.for("twostep.give-up")]: undefined });
      worker.twostepDatabase = own;
      await dropDatabases(name);
    });
    const reopen = async () => {
      await (worker.twostepDatabase !== own && worker.twostepDatabase?.destroy());
      worker.twostepDatabase = new Kysely({ dialect: dialectFor(url) });
    };

    await reopen();
    await expect(startProduct()).rejects.toThrow(does);
    const [told] = giveUp.mock.calls[0] ?? [];
    expect(told).toMatch(/^Postgres \w+ \w+ as .*\n {2}alter role .*;$/);
    await sql.raw(told.split("\n")[1]).execute(database());
    await reopen();
    await requireDefaults();
    await worker.twostepDatabase?.destroy();
  });
}
