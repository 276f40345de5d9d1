/** A sending to a mail server that behaves badly: what the administrator sees is what happened. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { lookAtActivation } from "@/lib/accounts/confirm-email";
import { database } from "@/lib/database/connection";
import { jobHandlers } from "@/lib/jobs/handlers";
import { hours, milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { connections } from "@/lib/mail/transport";
import { drain } from "@/lib/mail/worker";
import { describeSending } from "@/lib/organisations/describe-sending";
import { describeUser } from "@/lib/organisations/describe-user";
import { resendConfirmations, tryFailedAgain } from "@/lib/organisations/resend-confirmations";
import { sendConfirmations } from "@/lib/organisations/send-confirmations";
import { backOff, longestSending, mostPutOff, mostServerFailures } from "@/lib/organisations/sending";
import { listUnfinishedSendings } from "@/lib/organisations/sending-queries";
import { takeRecipients } from "@/lib/organisations/sending-recipient-queries";
import { readView } from "@/lib/organisations/user-view";
import { answer, sendThrough, startMailServer, startSilentMailServer } from "../mail/mail-server";
import { at, pass } from "../support/clock";
import { logged } from "../support/console";
import { holder, holding } from "../support/staff";
import { organisation, person } from "../support/world";

/** No server has this port. */
const nowhere = "smtp://127.0.0.1:1";

async function sendingTo(count: number) {
  const of = await organisation({ switchedOn: false });
  const by = await holder(await person(of, { role: "administrator" }), "users.invite");
  for (let index = 0; index < count; index += 1)
    await person(of, { confirmed: false, email: `user-${index}@example.com` });
  const page = { sendingId: randomId(), seenAt: new Date() };
  await resendConfirmations(by, readView({}).filter, page);
  const look = async () => {
    const described = await describeSending(by, page.sendingId, { state: "failed", after: null });
    if (!described) throw new Error("The sending is not there");
    return described;
  };
  return { by, sendingId: page.sendingId, look };
}

const work = () => drain(jobHandlers, minutes(1));

const recipientsOf = (taken: { recipients: string[] }[]) =>
  taken.flatMap(({ recipients }) => recipients).sort();
const users = (count: number) =>
  Array.from({ length: count }, (_, index) => `user-${index}@example.com`).sort();

test("refusing one address: that one has failed, with the reason, and all others are sent", async () => {
  const { taken } = await startMailServer({
    onRcptTo: ({ address }, _, done) => done(address.startsWith("user-7@") ? answer(550, "unknown") : null),
  });
  const { look, by, sendingId } = await sendingTo(12);
  await work();
  const { sending, progress, results } = await look();
  expect(progress).toEqual({ waiting: 0, sent: 11, failed: 1, leftOut: 0 });
  expect(sending.finishedAt).not.toBeNull();
  expect(results).toMatchObject([{ email: "user-7@example.com", reason: "refused" }]);
  expect(recipientsOf(taken)).toEqual(users(12).filter((user) => !user.startsWith("user-7@")));
  expect(logged("mail.refused")).toHaveLength(1);

  // The address is mended at the server, and the failed one alone is tried again.
  const mended = await startMailServer();
  expect(await tryFailedAgain(by, sendingId)).toEqual({ ok: true, value: { count: 1 } });
  await work();
  expect((await look()).progress).toEqual({ waiting: 0, sent: 12, failed: 0, leftOut: 0 });
  expect(recipientsOf(mended.taken)).toEqual(["user-7@example.com"]);
  expect(await tryFailedAgain(by, sendingId)).toEqual({ ok: true, value: { count: 0 } });
});

test("refusing all: all have failed, and are sent when they are tried again later", async () => {
  await startMailServer({ onMailFrom: (_, __, done) => done(answer(550, "who are you")) });
  const { look, by, sendingId } = await sendingTo(5);
  await work();
  expect((await look()).progress).toEqual({ waiting: 0, sent: 0, failed: 5, leftOut: 0 });
  expect(logged("mail.refused")).toHaveLength(5);
  const { taken } = await startMailServer();
  await tryFailedAgain(by, sendingId);
  await work();
  expect(recipientsOf(taken)).toEqual(users(5));
});

test("slow: everybody gets theirs, once", async () => {
  const { taken } = await startMailServer({
    onRcptTo: (_, __, done) => void setTimeout(done, 100),
  });
  const { look } = await sendingTo(45);
  await work();
  expect((await look()).progress).toEqual({ waiting: 0, sent: 45, failed: 0, leftOut: 0 });
  expect(recipientsOf(taken)).toEqual(users(45));
});

test("letting in two at a time: all letters go by these two, and nobody waits or has failed", async () => {
  const { taken } = await startMailServer({ maxClients: 2 });
  const { look, sendingId } = await sendingTo(45);
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress).toEqual({ waiting: 0, sent: 45, failed: 0, leftOut: 0 });
  expect(recipientsOf(taken)).toEqual(users(45));
});

test("very slow: whose letter has not begun when the turn is over waits again, for the next one", {
  timeout: 60_000,
}, async () => {
  const { taken } = await startMailServer({
    onRcptTo: (_, __, done) => void setTimeout(done, seconds(6)),
  });
  const { look, sendingId } = await sendingTo(45);
  await sendConfirmations({ jobId: sendingId });
  // Of two batches of twenty, those that had a connection or were next in line.
  const { waiting, sent } = (await look()).progress;
  expect(sent).toBeLessThanOrEqual(20);
  expect(taken).toHaveLength(sent);
  const isWaiting = await database()
    .selectFrom("resend_recipients")
    .select("position")
    .where("state", "=", "waiting")
    .execute();
  expect(isWaiting).toHaveLength(waiting);
  expect(waiting).toBe(45 - sent);
  expect(await startsInQueue()).toBeDefined();
});

test("gone: everybody waits, the page says until when, each wait is longer, and nobody is lost", async () => {
  at("2027-05-03T14:00:00.000Z");
  sendThrough(nowhere);
  const { look, sendingId } = await sendingTo(15);
  await sendConfirmations({ jobId: sendingId });
  const first = await look();
  expect(first.progress).toEqual({ waiting: 15, sent: 0, failed: 0, leftOut: 0 });
  expect(first.sending.nextTryAt).toEqual(new Date("2027-05-03T14:00:10.000Z"));

  pass(seconds(10));
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).sending.nextTryAt).toEqual(new Date("2027-05-03T14:00:30.000Z"));
  expect(logged("mail.unreachable").length).toBeGreaterThan(1);

  pass(minutes(10));
  const { taken } = await startMailServer();
  await sendConfirmations({ jobId: sendingId });
  const { sending, progress } = await look();
  expect(progress).toEqual({ waiting: 0, sent: 15, failed: 0, leftOut: 0 });
  expect(sending).toMatchObject({ nextTryAt: null });
  expect(sending.finishedAt).not.toBeNull();
  expect(recipientsOf(taken)).toEqual(users(15));
});

test("gone: two jobs of the queue, as a restart in the midst leaves them, wait as long as one does", async () => {
  at("2027-05-03T14:00:00.000Z");
  sendThrough(nowhere);
  const { look, sendingId } = await sendingTo(3);
  await sendConfirmations({ jobId: sendingId });
  pass(seconds(5));
  await sendConfirmations({ jobId: sendingId });
  const due = new Date("2027-05-03T14:00:10.000Z");
  expect((await look()).sending.nextTryAt).toEqual(due);
  expect(await startsInQueue()).toEqual(due);
  pass(seconds(5));
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).sending.nextTryAt).toEqual(new Date("2027-05-03T14:00:30.000Z"));
  logged("mail.unreachable");
});

test("gone for good: whom a killed worker had taken is given up, too, when that is known", async () => {
  at("2027-05-03T14:00:00.000Z");
  sendThrough(nowhere);
  const { look, sendingId } = await sendingTo(45);
  for (let failures = 0; failures < mostServerFailures; failures += 1) {
    await sendConfirmations({ jobId: sendingId });
    pass(hours(1));
  }
  await takeRecipients(database(), sendingId, { limit: 20, onlyNew: false, at: new Date() });
  await sendConfirmations({ jobId: sendingId });
  const first = await look();
  expect(first.progress).toEqual({ waiting: 20, sent: 0, failed: 25, leftOut: 0 });
  expect(first.sending.finishedAt).toBeNull();
  const abandonedAt = pass(longestSending);
  expect(await startsInQueue()).toEqual(abandonedAt);
  await sendConfirmations({ jobId: sendingId });
  const { sending, progress } = await look();
  expect(progress).toEqual({ waiting: 0, sent: 0, failed: 45, leftOut: 0 });
  expect(sending.finishedAt).not.toBeNull();
  logged("mail.unreachable");
});

test("gone for good: everybody is given up in the end, visibly, and can be tried again", async () => {
  sendThrough(nowhere);
  const { look, by, sendingId } = await sendingTo(3);
  for (let failures = 0; failures <= mostServerFailures; failures += 1) {
    await sendConfirmations({ jobId: sendingId });
    pass(hours(1));
  }
  const { sending, progress, results } = await look();
  expect(progress).toEqual({ waiting: 0, sent: 0, failed: 3, leftOut: 0 });
  expect(sending.finishedAt).not.toBeNull();
  expect(results.map(({ reason }) => reason)).toEqual(["unreachable", "unreachable", "unreachable"]);
  logged("mail.unreachable");
  const { taken } = await startMailServer();
  await tryFailedAgain(by, sendingId);
  await work();
  expect(recipientsOf(taken)).toEqual(users(3));
});

test("hanging up on one address: that one is tried three times, the others are sent, and the end is told", async () => {
  at("2027-05-03T14:00:00.000Z");
  const { taken } = await startMailServer({
    // 421: the server closes the connection (RFC 5321, 3.8).
    onRcptTo: ({ address }, _, done) => done(address.startsWith("user-3@") ? answer(421, "bye") : null),
  });
  const { look, sendingId } = await sendingTo(30);
  for (let turn = 0; turn < 3; turn += 1) {
    await sendConfirmations({ jobId: sendingId });
    pass(minutes(30));
  }
  const { sending, progress, results } = await look();
  expect(progress).toEqual({ waiting: 0, sent: 29, failed: 1, leftOut: 0 });
  expect(results).toMatchObject([{ email: "user-3@example.com", reason: "unreachable" }]);
  expect(sending.finishedAt).not.toBeNull();
  expect(recipientsOf(taken)).toEqual(users(30).filter((user) => !user.startsWith("user-3@")));
  expect(logged("mail.unreachable")).toHaveLength(3);
});

/** A server that puts off a letter to `address` until `until`; `asked` is when it was asked for that one. */
async function greylisting(address: string, until: Date) {
  const asked: string[] = [];
  const { taken } = await startMailServer({
    // 451: a greylist (RFC 6647).
    onRcptTo: (to, _, done) => {
      if (to.address !== address) return done();
      asked.push(new Date().toISOString());
      done(new Date() < until ? answer(451, "greylisted") : null);
    },
  });
  return { taken, asked };
}

/** When the queue goes on with a sending. */
async function startsInQueue() {
  const { rows } = await sql<{ start_after: Date }>`
    select start_after from pgboss.job where name = 'resend-confirmations' order by created_on desc limit 1
  `.execute(database());
  return rows[0]?.start_after;
}

test("putting one address off: all others are sent at once, and that one after five minutes, as the page says", async () => {
  const begun = at("2027-05-03T14:00:00.000Z");
  const due = new Date("2027-05-03T14:05:00.000Z");
  const { taken, asked } = await greylisting("user-7@example.com", due);
  const { look, sendingId } = await sendingTo(12);
  await sendConfirmations({ jobId: sendingId });
  const waiting = await look();
  expect(waiting.progress).toEqual({ waiting: 1, sent: 11, failed: 0, leftOut: 0 });
  expect(waiting.sending).toMatchObject({ nextTryAt: due, finishedAt: null });
  expect(await startsInQueue()).toEqual(due);

  // A server that starts anew meanwhile, or is told by hand to go on, leaves that one alone.
  pass(milliseconds(minutes(5) - 1));
  expect(await listUnfinishedSendings(database(), new Date())).toEqual([]);
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).sending.nextTryAt).toEqual(due);
  pass(milliseconds(1));
  await sendConfirmations({ jobId: sendingId });
  expect(asked).toEqual([begun.toISOString(), due.toISOString()]);
  const { sending, progress } = await look();
  expect(progress).toEqual({ waiting: 0, sent: 12, failed: 0, leftOut: 0 });
  expect(sending.finishedAt).not.toBeNull();
  expect(recipientsOf(taken)).toEqual(users(12));
  expect(logged("mail.deferred")).toHaveLength(1);
});

test("putting one address off for good: that one is tried three times within 35 minutes, and was not refused", async () => {
  at("2027-05-03T14:00:00.000Z");
  const { asked } = await greylisting("user-3@example.com", new Date("2028-01-01"));
  const { look, sendingId } = await sendingTo(12);
  const told = new Set<string | undefined>();
  for (let minute = 0; minute <= 40; minute += 1) {
    await sendConfirmations({ jobId: sendingId });
    told.add((await look()).sending.nextTryAt?.toISOString().slice(11, 19));
    pass(minutes(1));
  }
  const { progress, results } = await look();
  expect(progress).toEqual({ waiting: 0, sent: 11, failed: 1, leftOut: 0 });
  expect(results).toMatchObject([{ email: "user-3@example.com", reason: "unreachable" }]);
  expect(asked.map((moment) => moment.slice(11, 16))).toEqual(["14:00", "14:05", "14:35"]);
  expect([...told]).toEqual(["14:05:00", "14:35:00"]);
  expect(logged("mail.deferred")).toHaveLength(3);
});

test("putting one address off: who has failed for another reason need not wait for that one to be tried again", async () => {
  at("2027-05-03T14:00:00.000Z");
  const due = new Date("2027-05-03T14:05:00.000Z");
  let isKnown = false;
  await startMailServer({
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith("user-3@") && new Date() < due) return done(answer(450, "busy"));
      done(address.startsWith("user-7@") && !isKnown ? answer(550, "unknown") : null);
    },
  });
  const { look, by, sendingId } = await sendingTo(12);
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress).toEqual({ waiting: 1, sent: 10, failed: 1, leftOut: 0 });
  isKnown = true;
  await tryFailedAgain(by, sendingId);
  expect((await look()).sending.nextTryAt).toBeNull();
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress).toEqual({ waiting: 1, sent: 11, failed: 0, leftOut: 0 });
  expect((await look()).sending.nextTryAt).toEqual(due);
  pass(minutes(5));
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress).toEqual({ waiting: 0, sent: 12, failed: 0, leftOut: 0 });
  logged("mail.deferred");
  logged("mail.refused");
});

test("putting everybody off: nobody has failed, the page says until when, and all are sent then", async () => {
  at("2027-05-03T14:00:00.000Z");
  await startMailServer({ onMailFrom: (_, __, done) => done(answer(450, "too many")) });
  const { look, sendingId } = await sendingTo(15);
  await sendConfirmations({ jobId: sendingId });
  const waiting = await look();
  expect(waiting.progress).toEqual({ waiting: 15, sent: 0, failed: 0, leftOut: 0 });
  expect(waiting.sending.nextTryAt).toEqual(new Date("2027-05-03T14:00:10.000Z"));
  expect(logged("mail.deferred").length).toBeGreaterThan(1);

  pass(seconds(10));
  const { taken } = await startMailServer();
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress).toEqual({ waiting: 0, sent: 15, failed: 0, leftOut: 0 });
  expect(recipientsOf(taken)).toEqual(users(15));
});

test("putting off the first forty-five of a hundred: all others are sent, and they are when they are taken", async () => {
  at("2027-05-03T14:00:00.000Z");
  const putOff = new Set<string>();
  const { taken } = await startMailServer({
    onRcptTo: ({ address }, _, done) => {
      if (putOff.size < 45) putOff.add(address);
      done(putOff.has(address) ? answer(452, "full") : null);
    },
  });
  const { look, sendingId } = await sendingTo(100);
  for (let turn = 0; turn < 2; turn += 1) {
    await sendConfirmations({ jobId: sendingId });
    pass(hours(1));
  }
  expect((await look()).progress).toEqual({ waiting: 45, sent: 55, failed: 0, leftOut: 0 });
  expect(recipientsOf(taken)).toEqual(users(100).filter((user) => !putOff.has(user)));
  expect(logged("mail.deferred").length).toBeGreaterThanOrEqual(45);

  const later = await startMailServer();
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress).toEqual({ waiting: 0, sent: 100, failed: 0, leftOut: 0 });
  expect(recipientsOf(later.taken)).toEqual([...putOff].sort());
});

test("putting everybody off all day: each is asked for again and again before all are given up", async () => {
  at("2027-05-03T14:00:00.000Z");
  const asked = new Map<string, number>();
  await startMailServer({
    onRcptTo: ({ address }, _, done) => {
      asked.set(address, 1 + (asked.get(address) ?? 0));
      done(answer(450, "too many"));
    },
  });
  const { look, sendingId } = await sendingTo(60);
  for (let failures = 0; failures <= mostServerFailures; failures += 1) {
    expect((await look()).progress.failed).toBe(0);
    await sendConfirmations({ jobId: sendingId });
    pass(hours(1));
  }
  expect((await look()).progress).toEqual({ waiting: 0, sent: 0, failed: 60, leftOut: 0 });
  expect([...asked.keys()].sort()).toEqual(users(60));
  expect(Math.min(...asked.values())).toBeGreaterThan(2);
  logged("mail.deferred");
});

test("taking a letter without saying so: its link works, until the one of a later letter does", async () => {
  const { taken } = await startSilentMailServer();
  const { look, sendingId } = await sendingTo(1);
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress).toEqual({ waiting: 1, sent: 0, failed: 0, leftOut: 0 });
  expect(logged("mail.unanswered")).toHaveLength(1);
  const [, token = ""] = /verify-email\?token=(\S+)/.exec(taken[0]?.text ?? "") ?? [];
  expect((await lookAtActivation(token)).ok).toBe(true);

  await startMailServer();
  await sendConfirmations({ jobId: sendingId });
  expect((await look()).progress.sent).toBe(1);
  expect(await lookAtActivation(token)).toEqual({ ok: false, code: "replaced" });
});

test("a hundred thousand are asked for, more in a row after each wait, before anybody is given up", () => {
  const rounds = Array.from({ length: mostServerFailures }, (_, failures) => mostPutOff(failures));
  expect(rounds[0]).toBe(40);
  expect(rounds.reduce((sum, count) => sum + count)).toBeGreaterThan(100_000);
});

test("waits are 10 s, doubling, an hour at most", () => {
  expect([1, 2, 3, 9, 10, 14].map(backOff)).toEqual(
    [10, 20, 40, 2_560, 3_600, 3_600].map((count) => seconds(count)),
  );
});

test("gone: no page tells of a letter that nobody got, begun or not", async () => {
  sendThrough(nowhere);
  const count = 2 * connections;
  const { by, sendingId } = await sendingTo(count);
  await sendConfirmations({ jobId: sendingId });
  expect(logged("mail.unreachable").length).toBeLessThan(count);
  const people = await database()
    .selectFrom("users")
    .select("id")
    .where("email", "in", users(count))
    .execute();
  const described = await Promise.all(people.map(({ id }) => describeUser(holding(by, "users.edit"), id)));
  expect(described.map((page) => page?.user.email).sort()).toEqual(users(count));
  expect(described.flatMap((page) => page?.lastConfirmationEmail ?? [])).toEqual([]);
});

test("gone for good, and still gone when it is tried again: everybody waits anew", async () => {
  at("2027-05-03T14:00:00.000Z");
  sendThrough(nowhere);
  const { look, by, sendingId } = await sendingTo(3);
  for (let failures = 0; failures <= mostServerFailures; failures += 1) {
    await sendConfirmations({ jobId: sendingId });
    pass(hours(1));
  }
  expect((await look()).progress).toMatchObject({ failed: 3 });
  at("2027-05-05T14:00:00.000Z");
  await tryFailedAgain(by, sendingId);
  await sendConfirmations({ jobId: sendingId });
  logged("mail.unreachable");
  const { sending, progress } = await look();
  expect(progress).toEqual({ waiting: 3, sent: 0, failed: 0, leftOut: 0 });
  expect(sending).toMatchObject({ nextTryAt: new Date("2027-05-05T14:00:10.000Z"), finishedAt: null });
});

test("gone: a worker that starts goes on when the wait is over, and not before", async () => {
  at("2027-05-03T14:00:00.000Z");
  sendThrough(nowhere);
  const { sendingId } = await sendingTo(1);
  await sendConfirmations({ jobId: sendingId });
  logged("mail.unreachable");
  pass(milliseconds(seconds(10) - 1));
  expect(await listUnfinishedSendings(database(), new Date())).toEqual([]);
  pass(milliseconds(1));
  expect(await listUnfinishedSendings(database(), new Date())).toEqual([sendingId]);
});
