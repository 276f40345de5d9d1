/** What a server says at its start to whoever runs it. */
import { expect, onTestFinished, test } from "vitest";
import { stopWorking } from "@/lib/jobs/keep-working";
import { startProduct } from "@/lib/jobs/start-product";
import { environment } from "@/lib/kernel/env";
import { prepareQueue } from "@/lib/mail/queue";
import { logged } from "../support/console";

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
