/** What a login and the queue need, gone in their midst: the mail server, the counters in Redis, and the database. */
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import { afterEach, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { type Database, database, dialectFor } from "@/lib/database/connection";
import { longestSilence, patiently } from "@/lib/database/leaving-client";
import { jobHandlers } from "@/lib/jobs/handlers";
import { seconds } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { randomId } from "@/lib/kernel/random";
import { isUnavailable } from "@/lib/kernel/unavailable";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { prepareQueue, stopQueue } from "@/lib/mail/queue";
import { closeTransport } from "@/lib/mail/transport";
import { startWorker, stopWorker } from "@/lib/mail/worker";
import { describeSending } from "@/lib/organisations/describe-sending";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { sendConfirmations } from "@/lib/organisations/send-confirmations";
import { readView } from "@/lib/organisations/user-view";
import { limits } from "@/lib/throttle/limit";
import { closeRedis } from "@/lib/throttle/redis-connection";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { startMailServer, startSilentMailServer } from "../mail/mail-server";
import { logged } from "../support/console";
import { codeFor, letters } from "../support/mailbox";
import { redisRuns, redisUrl } from "../support/redis";
import { administratorOf } from "../support/staff";
import { listening, openWire } from "../support/wire";
import { appCode, givePassword, nothingBegun, organisation, person, visitor } from "../support/world";

/** Nobody listens on the first port of all. */
const nobody = "127.0.0.1:1";

function mailServer(smtpUrl: string | null): void {
  Object.assign(environment(), { smtpUrl });
  closeTransport();
}

function counters(redisUrl: string | null): void {
  Object.assign(environment(), { redisUrl });
  closeRedis();
}

function fakeTimers(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
}

/** Lets the time pass until `asked`, of a service that says nothing, is refused. */
async function untilRefused(asked: Promise<unknown>): Promise<void> {
  let isOver = false;
  const refused = expect(asked)
    .rejects.toSatisfy(isUnavailable)
    .finally(() => {
      isOver = true;
    });
  while (!isOver) {
    await vi.advanceTimersByTimeAsync(seconds(1));
    // What the network brings is heard in between.
    await wait(10);
  }
  await refused;
  vi.useRealTimers();
}

afterEach(async () => {
  mailServer(null);
  counters(null);
});

describe("a mail server that is gone", () => {
  test("is told of with the right password; the code goes out when it is asked for again", async () => {
    const who = await person(await organisation());
    mailServer(`smtp://${nobody}`);
    const started = await startLogin(who, { ...nothingBegun, visitor });
    if (!started.ok) throw new Error("The password was not taken");
    const { token, firstCode } = started.value;
    expect(firstCode).toMatchObject({ code: "mail-unreachable" });
    expect(logged("mail.unreachable")).toHaveLength(1);
    expect((await describePendingLogin(token))?.code).toBeNull();
    mailServer(null);
    expect((await issueChallenge(token, { resend: false, visitor })).ok).toBe(true);
    expect((await completeLogin(token, "email", codeFor(who.email), visitor)).ok).toBe(true);
  });

  test("costs no sending and no try, leaves no code that works, and is in the audit log", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    mailServer(`smtp://${nobody}`);
    // More often than a mailbox gets codes in an hour, and than a source may ask for them.
    const presses = limits["mail-per-address"].most + 1;
    for (let attempt = 0; attempt < presses; attempt += 1)
      expect(await issueChallenge(token, { resend: true, visitor })).toMatchObject({
        code: "mail-unreachable",
      });
    expect(logged("mail.unreachable")).toHaveLength(presses);
    const live = await database()
      .selectFrom("challenges")
      .select("id")
      .where("replaced_at", "is", null)
      .execute();
    expect(live).toEqual([]);
    const undelivered = await database()
      .selectFrom("audit_events")
      .select(["target_id", "reason"])
      .where("event", "=", "code.undelivered")
      .execute();
    expect(undelivered).toHaveLength(presses);
    expect(undelivered[0]).toEqual({ target_id: who.id, reason: "mail-unreachable" });

    mailServer(null);
    expect((await issueChallenge(token, { resend: true, visitor })).ok).toBe(true);
    expect((await describePendingLogin(token))?.triesLeft).toBe(5);
    expect((await completeLogin(token, "email", codeFor(who.email), visitor)).ok).toBe(true);
  });

  test("keeps nobody out who has an authenticator", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const token = await givePassword(who);
    mailServer(`smtp://${nobody}`);
    expect((await completeLogin(token, "authenticator", appCode(who), visitor)).ok).toBe(true);
    expect((await redeemLogin(token, visitor)).ok).toBe(true);
  });
});

test("a code that the mail server took without saying so counts as sent: a mailbox gets ten in an hour", async () => {
  const who = await person(await organisation());
  const token = await givePassword(who);
  const { taken } = await startSilentMailServer();
  expect(await issueChallenge(token, { resend: true, visitor })).toMatchObject({ code: "mail-unanswered" });
  expect(logged("mail.unanswered")).toHaveLength(1);
  expect(taken).toHaveLength(1);
  expect((await describePendingLogin(token))?.sendsLeft).toBe(3);

  closeTransport();
  const resendAll = async (of: string) => {
    while ((await issueChallenge(of, { resend: true, visitor })).ok);
  };
  await resendAll(token);
  await resendAll(await givePassword(who));
  expect(letters(who.email)).toHaveLength(9);
  const started = await startLogin(who, { ...nothingBegun, visitor });
  expect(started).toMatchObject({ value: { firstCode: { code: "too-many" } } });
});

// The other kinds have no wire of this kind to cut.
if (inject("databaseKind") === "server") {
  /** Lets this process reach the database by a wire until the test ends. */
  const reachByWire = async () => {
    const worker = globalThis as { twostepDatabase?: Database };
    const direct = worker.twostepDatabase;
    const wire = await openWire(String(process.env.POSTGRES_URL));
    const byWire: Database = new Kysely({ dialect: dialectFor(wire.url) });
    onTestFinished(async () => {
      await stopWorker();
      await stopQueue();
      await byWire.destroy();
      wire.close();
      worker.twostepDatabase = direct;
      await prepareQueue();
    });
    worker.twostepDatabase = byWire;
    await prepareQueue();
    return wire;
  };

  test("a database that goes away is told of once by the queue, which asks for work all the time, and once when it is back", async () => {
    const wire = await reachByWire();
    await startWorker(jobHandlers);

    wire.cut();
    await vi.waitFor(() => expect(logged("queue.failed")).not.toHaveLength(0), 10_000);
    // Each of the five kinds of jobs is asked for at least twice.
    await wait(2_500);
    expect(logged("queue.failed")).toEqual([]);

    wire.mend();
    await vi.waitFor(() => expect(logged("queue.works-again")).toHaveLength(1), 10_000);
    await wait(1_500);
    expect(logged("queue.works-again")).toEqual([]);
    logged("database.connection-lost");
  });

  test("a database that goes away in the midst of a sending is told what was sent meanwhile, and nobody is written to twice", async () => {
    const by = await administratorOf(15);
    const { taken } = await startMailServer({ onRcptTo: (_, __, done) => void setTimeout(done, 300) });
    const sendingId = randomId();
    await resendConfirmations(by, readView({}).filter, { sendingId, seenAt: new Date() });
    const wire = await reachByWire();
    const sending = sendConfirmations({ jobId: sendingId });
    await vi.waitFor(() => expect(taken).toHaveLength(5));
    wire.cut();
    await wait(1_500);
    expect(taken).toHaveLength(15);
    wire.mend();
    await sending;
    const described = await describeSending(by, sendingId, { state: null, after: null });
    expect(described?.progress).toEqual({ waiting: 0, sent: 15, failed: 0, leftOut: 0 });
    logged("database.connection-lost");
  });

  test("a database that falls silent is left for the one that stands in its place by then", async () => {
    const who = await person(await organisation());
    const wire = await reachByWire();
    const logIn = () => startLogin(who, { ...nothingBegun, visitor });
    expect((await logIn()).ok).toBe(true);

    fakeTimers();
    wire.silence();
    await untilRefused(logIn());
    expect(logged("database.silent")).toHaveLength(1);
    expect((await logIn()).ok).toBe(true);
  });

  test("what an operator's command asks may be silent for as long as it takes", async () => {
    await reachByWire();
    fakeTimers();
    const asked = patiently(() => sql`select pg_sleep(0.2)`.execute(database()));
    await vi.advanceTimersByTimeAsync(2 * longestSilence);
    await asked;
  });

  test("what nobody waits for any more does not wait on in the database, and the connection is kept", async () => {
    await reachByWire();
    const lock = sql`select pg_advisory_xact_lock(20)`;
    const waiting = sql<{ count: number }>`
      select count(*) from pg_locks where locktype = 'advisory' and objid = 20 and not granted
        and database = (select oid from pg_database where datname = current_database())`;
    await database()
      .transaction()
      .execute(async (holder) => {
        await lock.execute(holder);
        fakeTimers();
        const refused = expect(lock.execute(database())).rejects.toSatisfy(isUnavailable);
        await vi.waitFor(async () => expect((await waiting.execute(holder)).rows).toEqual([{ count: 1 }]));
        await vi.advanceTimersByTimeAsync(longestSilence);
        await refused;
        vi.useRealTimers();
        expect((await waiting.execute(holder)).rows).toEqual([{ count: 0 }]);
      });
  });

  test("a database that takes no writes any more is left for the one that took its place", async () => {
    const who = await person(await organisation());
    await reachByWire();
    const logIn = () => startLogin(who, { ...nothingBegun, visitor });
    await sql`set default_transaction_read_only = on`.execute(database());
    await expect(logIn()).rejects.toSatisfy(isUnavailable);
    expect((await logIn()).ok).toBe(true);
  });
}

describe.skipIf(!(await redisRuns()))("counters that go away", () => {
  /** Somebody at the second step of a login that is counted by a wire. */
  const atWire = async () => {
    const who = await person(await organisation(), { authenticator: true });
    const wire = await openWire(redisUrl);
    onTestFinished(wire.close);
    counters(wire.url);
    // One Redis counts for all the projects that these tests run in at once.
    const here = { ...visitor, address: crypto.randomUUID() };
    const token = await givePassword(who, null, here);
    const code = appCode(who);
    return { wire, who, here, token, answer: () => completeLogin(token, "authenticator", code, here) };
  };

  test("let nobody in, with a right password and a right code alike, and count on when they are back", async () => {
    const { wire, who, here, token, answer } = await atWire();
    wire.cut();
    await vi.waitFor(() => expect(logged("redis.failed")).not.toHaveLength(0));
    const browser = { presentToken: null, returnTo: "/", visitor: here };
    await expect(startLogin(who, browser)).rejects.toSatisfy(isUnavailable);
    await expect(answer()).rejects.toSatisfy(isUnavailable);
    await expect(redeemLogin(token, here)).rejects.toSatisfy(isUnavailable);

    wire.mend();
    await vi.waitFor(async () => expect((await answer()).ok).toBe(true), 10_000);
    logged("redis.failed");
  });

  test("are left for those that stand in their place by then, where they only fall silent", async () => {
    const { wire, answer } = await atWire();
    fakeTimers();
    wire.silence();
    await untilRefused(answer());
    expect(logged("redis.failed")).toHaveLength(1);
    expect((await answer()).ok).toBe(true);
  });

  test("are told of once, however long they are looked for, and once when they are back", async () => {
    const { wire } = await atWire();
    wire.cut();
    await vi.waitFor(() => expect(logged("redis.failed")).toHaveLength(1));
    // After this long they are looked for the fifth time.
    await wait(1_000);
    expect(logged("redis.failed")).toEqual([]);

    wire.mend();
    await vi.waitFor(() => expect(logged("redis.works-again")).toHaveLength(1), 10_000);
  });
});

test("counters that let whoever comes connect, and then say nothing, are not waited for", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  const silent = createServer();
  onTestFinished(() => void silent.close());
  counters(`redis://127.0.0.1:${await listening(silent)}`);
  fakeTimers();
  // Nothing is asked before the counters: an answer of the database may need a timer, too.
  const answered = completeLogin(token, "authenticator", appCode(who), visitor);
  await once(silent, "connection");
  await untilRefused(answered);
  expect(logged("redis.failed")).toHaveLength(1);
});

test("counters that were never there are not waited for", async () => {
  const who = await person(await organisation());
  counters(`redis://${nobody}`);
  const began = performance.now();
  await expect(startLogin(who, { ...nothingBegun, visitor })).rejects.toSatisfy(isUnavailable);
  expect(performance.now() - began).toBeLessThan(10_000);
  logged("redis.failed");
});
