/** "Resend E-mail confirmations": to exactly those who are shown and not confirmed, once, and told truly. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { lookAtActivation } from "@/lib/accounts/confirm-email";
import { makeLinks } from "@/lib/accounts/make-links";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { lookAtReset } from "@/lib/accounts/reset-password";
import { sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { jobHandlers } from "@/lib/jobs/handlers";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { hours, minutes, seconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { drain } from "@/lib/mail/worker";
import { describeSending, previewSending } from "@/lib/organisations/describe-sending";
import { resendConfirmations, tryFailedAgain } from "@/lib/organisations/resend-confirmations";
import { resumeSendings } from "@/lib/organisations/resume-sendings";
import { takeRecipients } from "@/lib/organisations/sending-recipient-queries";
import { settleLetters, settleRecipients } from "@/lib/organisations/sending-settling-queries";
import { readView } from "@/lib/organisations/user-view";
import { at, pass } from "../support/clock";
import { letters } from "../support/mailbox";
import { tokenFor } from "../support/post";
import { holder, team } from "../support/staff";
import { organisation, person } from "../support/world";

const post = () => drain(jobHandlers, minutes(1));

async function acme() {
  const of = await organisation({ switchedOn: false });
  const ada = await person(of, { role: "administrator", name: "Ada Archer", email: "ada@acme.example" });
  return { of, by: await holder(ada, "users.invite") };
}

type By = Awaited<ReturnType<typeof acme>>["by"];

const press = (by: By, asked: AddressParameters = {}, { sendingId = randomId(), seenAt = new Date() } = {}) =>
  resendConfirmations(by, readView(asked).filter, { sendingId, seenAt });

async function started(by: By, parameters: AddressParameters = {}): Promise<string> {
  const outcome = await press(by, parameters);
  if (!outcome.ok) throw new Error(`Refused: ${outcome.code}`);
  return outcome.value.sendingId;
}

/** As when the mail server has refused everybody who waits in a sending. */
const failWaiting = (sendingId: string) =>
  database()
    .updateTable("resend_recipients")
    .set({ state: "failed", reason: "refused" })
    .where("job_id", "=", sendingId)
    .where("state", "=", "waiting")
    .execute();

const allOf = (by: By, sendingId: string) => describeSending(by, sendingId, { state: null, after: null });

test("goes to those of the view who are not confirmed, and says before and afterwards who is left out and why", async () => {
  const { of, by } = await acme();
  await person(of, { name: "Una North", confirmed: false });
  await person(of, { name: "Uma North", confirmed: false });
  await person(of, { name: "Dan North", confirmed: false, deactivated: true });
  await person(of, { name: "Bea North" });
  await person(of, { name: "Una South", confirmed: false });
  await person(await organisation(), { name: "Eve North", confirmed: false });

  const preview = await previewSending(by, readView({ search: "north" }).filter, new Date());
  const leftOut = { confirmed: 1, deactivated: 1, "waiting-already": 0, "sent-meanwhile": 0 };
  expect(preview).toEqual({ recipients: 2, leftOut, running: null });

  const sendingId = await started(by, { search: "north" });
  expect(await allOf(by, sendingId)).toMatchObject({
    sending: { startedBy: "Ada Archer", recipients: 2, leftOut, finishedAt: null },
    progress: { waiting: 2, sent: 0, failed: 0, leftOut: 0 },
  });
  await post();
  const done = await allOf(by, sendingId);
  expect(done?.progress).toEqual({ waiting: 0, sent: 2, failed: 0, leftOut: 0 });
  expect(done?.sending.finishedAt).not.toBeNull();
  expect(done?.results.map(({ name, state, reason }) => [name, state, reason])).toEqual([
    ["Uma North", "sent", null],
    ["Una North", "sent", null],
    ["Bea North", "left-out", "confirmed"],
    ["Dan North", "left-out", "deactivated"],
  ]);
  expect(letters()).toHaveLength(2);
});

test("says in each letter who added its reader, not who sends it, and of nobody where nobody is known", async () => {
  const { of, by } = await acme();
  const adders = [await person(of, { name: "Bea Brown" }), await person(of, { name: "Carl <Clark>" })];
  const added = await Promise.all(
    adders.map(async ({ id }) => {
      const who = await person(of, { confirmed: false });
      await database().updateTable("users").set({ added_by: id }).where("id", "=", who.id).execute();
      return who;
    }),
  );
  const una = await person(of, { confirmed: false });
  await started(by);
  await post();
  const textTo = ({ email }: { email: string }) => letters(email)[0]?.text;
  expect(added.map(textTo)).toEqual([
    expect.stringContaining("Bea Brown added you to"),
    expect.stringContaining("Carl <Clark> added you to"),
  ]);
  expect(textTo(una)).toContain("You have an account at");
  for (const who of [...added, una]) expect(textTo(who)).not.toContain("Ada Archer");
});

test("goes to everybody over all pages of the view", async () => {
  const { of, by } = await acme();
  for (let index = 0; index < 60; index += 1) await person(of, { confirmed: false });
  await started(by);
  await post();
  expect(new Set(letters().map(({ to }) => to)).size).toBe(60);
  expect(letters()).toHaveLength(60);
});

test("over and over to one person fills nobody's mailbox: from the eleventh e-mail within an hour on they are left out", async () => {
  at("2027-05-03T14:32:00.000Z");
  const { of, by } = await acme();
  const who = await person(of, { confirmed: false });
  // One that they asked for themselves is one of them.
  await sendActivation({ userId: who.id });
  for (let sent = 1; sent < 10; sent += 1) {
    pass(minutes(1));
    await started(by);
    await post();
  }
  expect(letters(who.email)).toHaveLength(10);

  pass(minutes(1));
  const other = await person(of, { confirmed: false });
  const jobId = await started(by);
  await post();
  expect(letters(who.email)).toHaveLength(10);
  expect(letters(other.email)).toHaveLength(1);
  const { progress, results } = (await allOf(by, jobId)) ?? {};
  expect(progress).toEqual({ waiting: 0, sent: 1, failed: 0, leftOut: 1 });
  expect(results?.map(({ email, reason }) => [email, reason])).toContainEqual([who.email, "mailed-enough"]);

  pass(hours(1));
  await started(by);
  await post();
  expect(letters(who.email)).toHaveLength(11);
});

test("by a manager reaches their own teams alone, and nobody else's sending", async () => {
  const { of, by } = await acme();
  const milan = await person(of, { role: "manager" });
  const near = await person(of, { confirmed: false });
  await person(of, { confirmed: false });
  await team(of, "North", [milan, near]);
  const manager = await holder(milan, "users.invite");
  const sendingId = await started(manager);
  const administrators = await started(by);
  await post();
  expect(letters(near.email)).toHaveLength(1);
  expect((await allOf(manager, sendingId))?.sending.recipients).toBe(1);
  expect((await allOf(by, sendingId))?.sending.recipients).toBe(1);
  expect(await allOf(manager, administrators)).toBeUndefined();
  expect(await tryFailedAgain(manager, administrators)).toMatchObject({ code: "not-found" });
});

test("shows and tries again only whom a manager still sees, and says how many it leaves out", async () => {
  const { of } = await acme();
  const milan = await person(of, { role: "manager" });
  const [near, far] = [await person(of, { confirmed: false }), await person(of, { confirmed: false })];
  await team(of, "North", [milan, near]);
  const south = await team(of, "South", [milan, far]);
  const manager = await holder(milan, "users.invite");
  const sendingId = await started(manager);
  expect((await allOf(manager, sendingId))?.unseen).toEqual({ users: 0, failed: 0 });
  await failWaiting(sendingId);

  await database()
    .deleteFrom("team_members")
    .where("team_id", "=", south)
    .where("user_id", "=", milan.id)
    .execute();
  const seen = await allOf(manager, sendingId);
  expect(seen?.results.map(({ email }) => email).sort()).toEqual([milan.email, near.email].sort());
  // The sending's own numbers stay: the page says which part of them is not listed.
  expect(seen).toMatchObject({ progress: { failed: 2 }, unseen: { users: 1, failed: 1 } });
  expect(await tryFailedAgain(manager, sendingId)).toMatchObject({ value: { count: 1 } });
  await post();
  expect(letters(near.email)).toHaveLength(1);
  expect(letters(far.email)).toEqual([]);

  await database().deleteFrom("team_members").where("user_id", "=", milan.id).execute();
  expect(await allOf(manager, sendingId)).toMatchObject({ results: [], unseen: { users: 3, failed: 1 } });
  expect(await tryFailedAgain(manager, sendingId)).toMatchObject({ value: { count: 0 } });
});

describe("pressed twice", () => {
  test("on one page is one sending, also when it is done already", async () => {
    const { of, by } = await acme();
    await person(of, { confirmed: false });
    const page = { sendingId: randomId(), seenAt: new Date() };
    expect(await press(by, {}, page)).toEqual({ ok: true, value: { sendingId: page.sendingId } });
    await post();
    expect(await press(by, {}, page)).toEqual({ ok: true, value: { sendingId: page.sendingId } });
    await post();
    expect(letters()).toHaveLength(1);
  });

  test("under the id of a sending that is somebody else's sends nothing, and says no more than that", async () => {
    const { of, by } = await acme();
    await person(of, { name: "Una", confirmed: false });
    const milan = await person(of, { role: "manager" });
    const near = await person(of, { confirmed: false });
    await team(of, "North", [milan, near]);
    const manager = await holder(milan, "users.invite");
    const elsewhere = await holder(
      await person(await organisation(), { role: "administrator" }),
      "users.invite",
    );
    await person({ id: elsewhere.organisationId }, { confirmed: false });
    const sendingId = await started(by, { search: "una" });
    for (const other of [manager, elsewhere])
      expect(await press(other, {}, { sendingId })).toEqual({ ok: false, code: "not-found" });
  });

  test("by two people while the first sending goes on leads the second one to it", async () => {
    const { of, by } = await acme();
    await person(of, { confirmed: false });
    const first = await started(by);
    expect(await press(by)).toEqual({ ok: false, code: "nothing-to-send", running: first });
  });

  test("by two people whose pages are of one moment sends once, also when the first sending is done", async () => {
    const { of, by } = await acme();
    await person(of, { confirmed: false });
    const seenAt = new Date();
    await press(by, {}, { sendingId: randomId(), seenAt });
    await post();
    expect(await press(by, {}, { sendingId: randomId(), seenAt })).toMatchObject({ code: "nothing-to-send" });
    // Whoever looks again and presses means it.
    expect((await press(by, {}, { sendingId: randomId(), seenAt: new Date() })).ok).toBe(true);
  });

  test("with other users in the second view sends to those alone", async () => {
    const { of, by } = await acme();
    await person(of, { name: "Una", confirmed: false });
    await person(of, { name: "Zoe", confirmed: false });
    await started(by, { search: "una" });
    const second = await started(by);
    expect((await allOf(by, second))?.sending).toMatchObject({
      recipients: 1,
      leftOut: { "waiting-already": 1 },
    });
    await post();
    expect(letters()).toHaveLength(2);
  });
});

test("whoever is confirmed or deactivated before their turn is left out, with the reason", async () => {
  const { of, by } = await acme();
  const [una, dan] = [await person(of, { confirmed: false }), await person(of, { confirmed: false })];
  const sendingId = await started(by);
  const put = (id: string, change: object) =>
    database().updateTable("users").set(change).where("id", "=", id).execute();
  await put(una.id, { email_confirmed_at: new Date() });
  await put(dan.id, { status: "deactivated" });
  await post();
  expect(letters()).toEqual([]);
  const done = await allOf(by, sendingId);
  expect(done?.progress).toEqual({ waiting: 0, sent: 0, failed: 0, leftOut: 2 });
  expect(done?.sending.finishedAt).not.toBeNull();
});

test("an older link dies when the newer one is sent, and no row holds a token", async () => {
  const { of, by } = await acme();
  const una = await person(of, { confirmed: false });
  await started(by);
  await post();
  pass(hours(1));
  await started(by);
  await post();
  const tokens = await database().selectFrom("email_tokens").selectAll().orderBy("created_at").execute();
  expect(tokens.map(({ replaced_at }) => replaced_at !== null)).toEqual([true, false]);
  const token = /token=([\w-]+)/.exec(letters(una.email)[0]?.text ?? "")?.[1] ?? "";
  const rows = JSON.stringify([
    tokens,
    await database().selectFrom("resend_recipients").selectAll().execute(),
  ]);
  expect(token).toHaveLength(43);
  expect(rows).not.toContain(token);
});

test("results come by state and by pages", async () => {
  const { of, by } = await acme();
  for (let index = 0; index < 53; index += 1) await person(of, { confirmed: false });
  const sendingId = await started(by);
  const first = await describeSending(by, sendingId, { state: "waiting", after: null });
  expect(first?.results).toHaveLength(50);
  const second = await describeSending(by, sendingId, { state: "waiting", after: first?.next ?? null });
  expect(second?.results).toHaveLength(3);
  expect(second?.next).toBeNull();
  expect((await describeSending(by, sendingId, { state: "sent", after: null }))?.results).toEqual([]);
});

test.each(["not-an-id", "4f3d0c1e-1111-4222-8333-000000000001"])(
  "the unknown sending %j is not found",
  async (id) => {
    const { by } = await acme();
    expect(await allOf(by, id)).toBeUndefined();
    expect(await tryFailedAgain(by, id)).toMatchObject({ code: "not-found" });
  },
);

test("a row that another worker has taken back is settled by nobody else", async () => {
  const { of, by } = await acme();
  await person(of, { confirmed: false });
  const sendingId = await started(by);
  await settleRecipients(
    database(),
    sendingId,
    [{ position: 1, is: "left-out", reason: "confirmed" }],
    new Date(),
  );
  expect((await allOf(by, sendingId))?.progress).toEqual({ waiting: 1, sent: 0, failed: 0, leftOut: 0 });
  await post();
  expect(letters()).toHaveLength(1);
});

test("voids no link but older ones for the same", async () => {
  at("2027-05-03T14:32:00.000Z");
  const { of, by } = await acme();
  const una = await person(of, { confirmed: false });
  await sendPasswordReset({ userId: una.id });
  const reset = tokenFor(una.email);
  const [link] = await makeLinks("activation", [{ userId: una.id, email: una.email }]);
  if (!link) throw new Error("There is no link");
  pass(seconds(1));
  await sendActivation({ userId: una.id });
  const newer = tokenFor(una.email);
  // As where a letter of a sending was longer on its way than one that was asked for later.
  const ending = { position: 1, is: "sent" as const, link };
  await settleLetters(database(), { id: randomId(), organisationId: of.id }, [ending], new Date());
  expect((await lookAtActivation(newer)).ok).toBe(true);
  pass(seconds(1));
  await started(by);
  await post();
  expect((await lookAtActivation(newer)).ok).toBe(false);
  expect((await lookAtReset(reset)).ok).toBe(true);
});

test("is put into the queue by a worker that starts where a killed one was at it, and not where it waits there already or is done", async () => {
  const { of, by } = await acme();
  await person(of, { confirmed: false });
  await started(by);
  const jobs = async () => {
    const { rows } = await sql<{
      state: string;
    }>`select state from pgboss.job order by created_on, id`.execute(database());
    return rows.map(({ state }) => state);
  };
  await resumeSendings();
  expect(await jobs()).toEqual(["created"]);
  await sql`update pgboss.job set state = 'active'`.execute(database());
  await resumeSendings();
  expect(await jobs()).toEqual(["active", "created"]);
  await post();
  expect(letters()).toHaveLength(1);
  await sql`delete from pgboss.job`.execute(database());
  await resumeSendings();
  expect(await jobs()).toEqual([]);
});

test("leaves out whoever waits in another sending, also while their letter is with the mail server", async () => {
  const { of, by } = await acme();
  await person(of, { confirmed: false });
  const sendingId = await started(by);
  await takeRecipients(database(), sendingId, { limit: 20, onlyNew: false, at: new Date() });
  expect(await press(by)).toMatchObject({ code: "nothing-to-send", running: sendingId });
  const preview = await previewSending(by, readView({}).filter, new Date());
  expect(preview).toMatchObject({ recipients: 0, leftOut: { "waiting-already": 1 } });
});

test("tells of those alone to whom it goes, and not of what another sending did for them", async () => {
  const { of, by } = await acme();
  await person(of, { name: "Una North", confirmed: false });
  await person(of, { name: "Uma South", confirmed: false });
  const [south, north] = [await started(by, { search: "south" }), await started(by, { search: "north" })];
  await post();
  const afterwards = await started(by, { search: "north" });
  const told = async (sendingId: string) =>
    (await allOf(by, sendingId))?.results.map(({ name, state }) => [name, state]);
  expect(await told(south)).toEqual([["Uma South", "sent"]]);
  expect(await told(north)).toEqual([["Una North", "sent"]]);
  expect(await told(afterwards)).toEqual([["Una North", "waiting"]]);
});

test("the failed are tried again, but for whoever waits in another sending by now", async () => {
  const { of, by } = await acme();
  const both = [await person(of, { confirmed: false }), await person(of, { confirmed: false })];
  const sendingId = await started(by);
  await failWaiting(sendingId);
  const [waiting, failed] = both.map(({ email }) => email);
  await started(by, { search: waiting });
  expect(await tryFailedAgain(by, sendingId)).toEqual({ ok: true, value: { count: 1 } });
  const results = (await allOf(by, sendingId))?.results ?? [];
  expect(results.find(({ email }) => email === failed)?.state).toBe("waiting");
  expect(results.find(({ email }) => email === waiting)?.state).toBe("failed");
});
