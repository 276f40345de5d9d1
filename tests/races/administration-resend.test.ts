/** Many at one sending: people who press, and workers who send. */
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { jobHandlers } from "@/lib/jobs/handlers";
import { days, milliseconds, minutes } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { drain } from "@/lib/mail/worker";
import { forgetSendings } from "@/lib/organisations/forget-sendings";
import { resendConfirmations, tryFailedAgain } from "@/lib/organisations/resend-confirmations";
import { sendConfirmations } from "@/lib/organisations/send-confirmations";
import { mostServerFailures } from "@/lib/organisations/sending";
import { countProgress } from "@/lib/organisations/sending-progress-queries";
import { noteFinished, noteServer } from "@/lib/organisations/sending-queries";
import { failedToWaiting, takeRecipients } from "@/lib/organisations/sending-recipient-queries";
import { lockSettings } from "@/lib/organisations/settings-queries";
import { readView } from "@/lib/organisations/user-view";
import { reachOf } from "@/lib/organisations/visibility";
import { sendThrough } from "../mail/mail-server";
import { at, pass } from "../support/clock";
import { logged } from "../support/console";
import { forty } from "../support/forty";
import { comingBetween } from "../support/lock-order";
import { letters } from "../support/mailbox";
import { holder } from "../support/staff";
import { organisation, person } from "../support/world";

const post = () => drain(jobHandlers, minutes(1));

async function twoAdministrators(users: number) {
  const of = await organisation({ switchedOn: false });
  const ada = await holder(await person(of, { role: "administrator", name: "Ada" }), "users.invite");
  const bea = await holder(await person(of, { role: "administrator", name: "Bea" }), "users.invite");
  const people = [];
  for (let index = 0; index < users; index += 1) people.push(await person(of, { confirmed: false }));
  return { by: [ada, bea], emails: people.map(({ email }) => email).sort() };
}

type Administrators = Awaited<ReturnType<typeof twoAdministrators>>["by"];
type By = Administrators[number];

/** A sending to everybody whom the first of `by` sees, before anything is sent. */
async function startedSending([ada]: Administrators): Promise<string> {
  if (!ada) throw new Error("Nobody is there");
  const sendingId = randomId();
  await resendConfirmations(ada, readView({}).filter, { sendingId, seenAt: new Date() });
  return sendingId;
}

/** The same, when every letter has failed. */
async function failedSending(by: Administrators): Promise<string> {
  const sendingId = await startedSending(by);
  await database()
    .updateTable("resend_recipients")
    .set({ state: "failed", reason: "unreachable" })
    .where("state", "=", "waiting")
    .execute();
  return sendingId;
}

/** The addresses that letters went to, sorted: one entry for each letter. */
const addressed = () =>
  letters()
    .map(({ to }) => to)
    .sort();

test("two administrators press forty times at once: everybody gets one e-mail", async () => {
  const { by, emails } = await twoAdministrators(30);
  const seenAt = new Date();
  const pages = [randomId(), randomId(), randomId(), randomId()];
  const { filter } = readView({});
  const pressing = forty((index) =>
    resendConfirmations(by[index % 2] as (typeof by)[number], filter, {
      sendingId: pages[index % 4] as string,
      seenAt,
    }),
  );
  // The worker is at it while they press.
  await Promise.all([pressing, post()]);
  await post();
  expect(addressed()).toEqual(emails);
  const started = await database().selectFrom("resend_jobs").select("id").execute();
  expect(started).toHaveLength(1);
  for (const outcome of await pressing) if (!outcome.ok) expect(outcome.code).toBe("nothing-to-send");
});

test("who is confirmed while a sending is written down is none of its recipients, also in its numbers", async () => {
  const { by, emails } = await twoAdministrators(3);
  // The numbers are counted by then, and nobody is taken down yet.
  const holding = (trx: Transaction) => sql`lock table resend_jobs in share mode`.execute(trx);
  const confirming = () =>
    database()
      .updateTable("users")
      .set({ email_confirmed_at: new Date() })
      .where("email", "=", emails[0] ?? "")
      .execute();
  const sendingId = await comingBetween(holding, () => startedSending(by), confirming);
  const { recipients } = await database()
    .selectFrom("resend_jobs")
    .select("recipients")
    .where("id", "=", sendingId)
    .executeTakeFirstOrThrow();
  const told = database()
    .selectFrom("audit_events")
    .select("detail")
    .where("event", "=", "confirmations.resent");
  expect(recipients).toBe(2);
  expect(await told.executeTakeFirst()).toMatchObject({ detail: { recipients } });
  expect(await countProgress(database(), sendingId)).toMatchObject({ waiting: recipients });
});

test("eight workers at one sending: everybody gets one e-mail, and the last one finishes it", async () => {
  const { by, emails } = await twoAdministrators(150);
  const sendingId = await startedSending(by);
  await Promise.all(Array.from({ length: 8 }, () => sendConfirmations({ jobId: sendingId })));
  await sendConfirmations({ jobId: sendingId });
  expect(addressed()).toEqual(emails);
  const job = await database()
    .selectFrom("resend_jobs")
    .select("finished_at")
    .where("id", "=", sendingId)
    .executeTakeFirstOrThrow();
  expect(job.finished_at).not.toBeNull();
});

test("of forty who try the failed again at once, one does", async () => {
  const { by, emails } = await twoAdministrators(5);
  const sendingId = await failedSending(by);
  const outcomes = await forty((index) => tryFailedAgain(by[index % 2] as (typeof by)[number], sendingId));
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.count === 5)).toHaveLength(1);
  await post();
  expect(addressed()).toEqual(emails);
});

test("who has failed in two sendings, and is tried again in one, does not wait in the other as well", async () => {
  const { by } = await twoAdministrators(3);
  const [ada, bea] = by as [By, By];
  const [first, second] = [await failedSending(by), await failedSending(by)];
  const trying = async (trx: Transaction) => {
    await lockSettings(trx, ada.organisationId);
    await failedToWaiting(trx, reachOf(ada), first, new Date());
  };
  const tried = await comingBetween(trying, () => tryFailedAgain(bea, second));
  expect(tried).toEqual({ ok: true, value: { count: 0 } });
});

test("a sending whose failed are tried again while its worker finishes is not finished", async () => {
  const { by, emails } = await twoAdministrators(3);
  const [ada] = by as [By, By];
  const sendingId = await failedSending(by);
  const trying = async (trx: Transaction) => {
    await failedToWaiting(trx, reachOf(ada), sendingId, new Date());
    await noteFinished(trx, sendingId, null);
  };
  await comingBetween(trying, () => sendConfirmations({ jobId: sendingId }));
  await post();
  expect(addressed()).toEqual(emails);
});

test("workers at once take different recipients, and wait for none", async () => {
  const { by } = await twoAdministrators(4);
  const sendingId = await startedSending(by);
  const take = async (trx: Transaction) => {
    await sql`set local lock_timeout = '1s'`.execute(trx);
    return takeRecipients(trx, sendingId, { limit: 2, onlyNew: false, at: new Date() });
  };
  const both = await database()
    .transaction()
    .execute(async (trx) => [...(await take(trx)), ...(await database().transaction().execute(take))]);
  expect(new Set(both.map(({ position }) => position)).size).toBe(4);
});

test("nobody is given up for a server that has taken letters of another worker meanwhile", async () => {
  const { by } = await twoAdministrators(1);
  const sendingId = await startedSending(by);
  await noteServer(database(), sendingId, { failuresInARow: mostServerFailures, nextTryAt: null });
  // No server has this port.
  sendThrough("smtp://127.0.0.1:1");
  const taking = (trx: Transaction) => noteServer(trx, sendingId, { failuresInARow: 0, nextTryAt: null });
  await comingBetween(taking, () => sendConfirmations({ jobId: sendingId }));
  expect(logged("mail.unreachable")).toHaveLength(1);
  expect(await countProgress(database(), sendingId)).toMatchObject({ waiting: 1, failed: 0 });
});

test("forgetting a list waits for nobody who tries its failed again: they would wait for each other in a circle", async () => {
  at("2027-05-03T14:32:00.000Z");
  const { by } = await twoAdministrators(3);
  const [ada] = by as [By, By];
  const sendingId = await failedSending(by);
  await post();
  pass(milliseconds(days(90) + 1));
  await database()
    .transaction()
    .execute(async (trx) => {
      expect(await failedToWaiting(trx, reachOf(ada), sendingId, new Date())).toBe(3);
      const waiting = pause(10_000, "waits", { ref: false });
      expect(await Promise.race([forgetSendings(200), waiting])).not.toBe("waits");
      await noteFinished(trx, sendingId, null);
    });
});

test("a list that is forgotten while forty try its failed again: nobody waits in a sending that is gone", async () => {
  at("2027-05-03T14:32:00.000Z");
  const { by, emails } = await twoAdministrators(40);
  const sendingId = await failedSending(by);
  await post();
  pass(milliseconds(days(90) + 1));
  // Each forgets one at a time, so that the list is half gone when somebody presses.
  const forgetting = forty(() => forgetSendings(1));
  await Promise.all([
    forgetting,
    forty((index) => tryFailedAgain(by[index % 2] as (typeof by)[number], sendingId)),
  ]);
  const waiting = await database()
    .selectFrom("resend_recipients")
    .leftJoin("resend_jobs", "resend_jobs.id", "resend_recipients.job_id")
    .select(["resend_recipients.user_id", "resend_jobs.id", "resend_jobs.finished_at"])
    .where("state", "=", "waiting")
    .execute();
  expect(waiting.filter(({ id, finished_at }) => id === null || finished_at !== null)).toEqual([]);
  await post();
  expect(addressed()).toHaveLength(waiting.length);
  expect(emails).toEqual(expect.arrayContaining(addressed()));
});
