/** A worker that is killed in the middle of a sending, and started again: nobody missed, nobody twice but in flight. */
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { longestSending } from "@/lib/organisations/sending";
import { readView } from "@/lib/organisations/user-view";
import { lettersIn } from "../support/letters";
import { openPostOffice } from "../support/post-office";
import { administratorOf } from "../support/staff";
import { startWorker } from "../support/worker";

/**
 * How many letters a worker has under way at most: two batches of five lanes, each with two letters sent and not written
 * down, and one with the server on each of its five connections.
 */
const inFlight = 25;

test("killed with -9 half-way and started again", async () => {
  const count = 400;
  const by = await administratorOf(count);
  const folder = join(inject("scratchFolder"), randomId());
  const office = await openPostOffice(folder);
  onTestFinished(() => office.close());
  const sendingId = randomId();
  const started = await resendConfirmations(by, readView({}).filter, { sendingId, seenAt: new Date() });
  expect(started.ok).toBe(true);

  const first = startWorker(office.smtpUrl);
  await vi.waitFor(() => expect(lettersIn(folder).length).toBeGreaterThan(count / 4), patience);
  first.kill("SIGKILL");
  await once(first, "exit");
  const sentByFirst = lettersIn(folder).length;
  expect(sentByFirst).toBeLessThan(count);

  await letTimePass();
  startWorker(office.smtpUrl);
  await vi.waitFor(async () => expect(await finishedAt(sendingId)).not.toBeNull(), patience);
  const addresses = lettersIn(folder).map(({ to }) => to);
  expect(new Set(addresses).size).toBe(count);
  expect(addresses.length - count).toBeLessThanOrEqual(inFlight);
  const { sent } = await database()
    .selectFrom("resend_recipients")
    .select(({ fn }) => fn.countAll<number>().as("sent"))
    .where("state", "=", "sent")
    .executeTakeFirstOrThrow();
  expect(sent).toBe(count);
}, 180_000);

const patience = { timeout: 80_000, interval: 100 };

/** So much that what was taken by the killed process counts as abandoned. */
async function letTimePass(): Promise<void> {
  await database()
    .updateTable("resend_recipients")
    .set({ at: sql`at - ${longestSending}::integer * interval '1 millisecond'` })
    .where("state", "=", "sending")
    .execute();
}

async function finishedAt(sendingId: string): Promise<Date | null> {
  const job = await database()
    .selectFrom("resend_jobs")
    .select("finished_at")
    .where("id", "=", sendingId)
    .executeTakeFirstOrThrow();
  return job.finished_at;
}
