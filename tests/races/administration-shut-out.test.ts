/** Administrators who are demoted, deactivated or shut out while what they asked for is on its way, or change each other. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { randomId } from "@/lib/kernel/random";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { addUser } from "@/lib/organisations/add-user";
import { editSettings } from "@/lib/organisations/edit-settings";
import { addTeam, deleteTeam, renameTeam } from "@/lib/organisations/edit-teams";
import { editUser } from "@/lib/organisations/edit-user";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import { resendConfirmations, tryFailedAgain } from "@/lib/organisations/resend-confirmations";
import { resetTwoFactor } from "@/lib/organisations/reset-two-factor";
import type { UserFields } from "@/lib/organisations/user-change";
import { readView } from "@/lib/organisations/user-view";
import type { FreshActor } from "@/lib/sessions/actor";
import { endAllBecause } from "@/lib/sessions/end-sessions";
import { mostSessions } from "@/lib/sessions/session";
import { forty } from "../support/forty";
import { comingBetween, lockingUser } from "../support/lock-order";
import { holder, holding, logInByPassword, team } from "../support/staff";
import { nothingBegun, organisation, type Person, person, visitor } from "../support/world";

const shutOut = { ok: false, code: "session-ended" };
const basis = { revision: 1, sendActivation: true };

const as = (who: Person, wish: Partial<UserFields> = {}): UserFields => ({
  ...{ name: who.name, email: who.email, role: "administrator", status: "active", teamIds: [] },
  ...wish,
});

/** Two administrators, the one with the lower id first: the order in which both are locked. */
async function inOrder() {
  const of = await organisation({ switchedOn: false });
  const two = [await person(of, { role: "administrator" }), await person(of, { role: "administrator" })];
  return two.sort((one, other) => (one.id < other.id ? -1 : 1)) as [Person, Person];
}

type Onto = { target: Person; teamId: string; sendingId: string };
type Change = (by: FreshActor, onto: Onto) => Promise<unknown>;

const changes: [string, Change][] = [
  [
    "a change of a user",
    (by, { target }) => editUser(holding(by, "users.edit"), target.id, as(target), basis),
  ],
  ["a new user", (by, { target }) => addUser(holding(by, "users.invite"), newUser(target), basis)],
  ["an end of sessions", (by, { target }) => endUserSessions(holding(by, "users.edit"), target.id)],
  [
    "a reset of the second step",
    (by, { target }) => resetTwoFactor(holding(by, "users.reset-two-factor"), target.id, "Called back"),
  ],
  [
    "a change of the settings",
    (by) => editSettings(holding(by, "settings.edit"), { language: "nl" }, { revision: 1 }),
  ],
  ["a new team", (by) => addTeam(holding(by, "settings.edit"), "South")],
  ["another name of a team", (by, { teamId }) => renameTeam(holding(by, "settings.edit"), teamId, "West")],
  ["the end of a team", (by, { teamId }) => deleteTeam(holding(by, "settings.edit"), teamId)],
  ["a sending", (by) => resend(by)],
  [
    "another try of what failed in one",
    (by, { sendingId }) => tryFailedAgain(holding(by, "users.invite"), sendingId),
  ],
];

const newUser = (target: Person) => as(target, { email: `new-${target.email}`, role: "member" });

function resend(by: FreshActor, sendingId = randomId()) {
  const { filter } = readView({});
  return resendConfirmations(holding(by, "users.invite"), filter, { sendingId, seenAt: new Date() });
}

test.each(changes)(
  "%s, on its way from an administrator who is demoted just now, comes to nothing",
  async (_, change) => {
    const of = await organisation({ switchedOn: false });
    const { actor } = await logInByPassword(await person(of, { role: "administrator" }));
    const target = await person(of, { authenticator: true, confirmed: false });
    const onto = { target, teamId: await team(of, "North"), sendingId: await failedSending(actor) };
    await person(of, { confirmed: false });
    const before = await stateBut(actor);
    // As it is done: the user, and then the organisation, of which one administrator stays.
    const demoting = async (trx: Transaction) => {
      await trx.updateTable("users").set({ role: "member" }).where("id", "=", actor.userId).execute();
      await endAllBecause(trx, actor.userId, "role-changed");
    };
    const counting = (trx: Transaction) =>
      trx.selectFrom("organisations").select("id").where("id", "=", of.id).forNoKeyUpdate().execute();
    expect(await comingBetween(demoting, () => change(actor, onto), counting)).toEqual(shutOut);
    expect(await stateBut(actor)).toEqual(before);
  },
);

async function failedSending(by: FreshActor): Promise<string> {
  const started = await resend(by);
  if (!started.ok) throw new Error("Nobody was there to send to");
  await database().updateTable("resend_recipients").set({ state: "failed", reason: "unreachable" }).execute();
  return started.value.sendingId;
}

/** All that an administrator could change, but for what is told of `actor` themselves. */
async function stateBut({ userId }: FreshActor): Promise<unknown> {
  const { rows } = await sql`
    select u::text from users u where id <> ${userId} union all select o::text from organisations o
    union all select t::text from teams t union all select j::text from resend_jobs j
    union all select r::text from resend_recipients r union all select a::text from authenticators a
    union all select e::text from audit_events e where actor_id = ${userId}
    order by 1`.execute(database());
  return rows;
}

const endings: [string, (trx: Transaction, who: Person) => Promise<unknown>][] = [
  [
    "deactivated",
    async (trx, { id }) => {
      await trx.updateTable("users").set({ status: "deactivated" }).where("id", "=", id).execute();
      await endAllBecause(trx, id, "deactivated");
    },
  ],
  ["logged out by another", (trx, { id }) => endAllBecause(trx, id, "ended-by-administrator")],
];

test.each(endings)("an administrator who is %s just now changes nobody any more", async (_, end) => {
  const [target, who] = await inOrder();
  const by = await holder(who, "users.edit");
  const ending = async (trx: Transaction) => {
    await lockingUser(who.id)(trx);
    await end(trx, who);
  };
  const changing = () => editUser(by, target.id, as(target, { name: "Jane Roe" }), basis);
  expect(await comingBetween(ending, changing)).toEqual(shutOut);
});

test("nor does one in a session that a step-up has renewed since, and that would have ended with the role", async () => {
  const [target, who] = await inOrder();
  const by = await holder(who, "users.edit");
  const started = await startStepUp(by, who.password, nothingBegun);
  if (!started.ok) throw new Error("The step-up was refused");
  await redeemLogin(started.value.token, visitor);
  const changing = () => editUser(by, target.id, as(target, { name: "Jane Roe" }), basis);
  const demoting = async (trx: Transaction) => {
    await trx.updateTable("users").set({ role: "manager" }).where("id", "=", who.id).execute();
    await endAllBecause(trx, who.id, "role-changed");
  };
  expect(await comingBetween(demoting, changing)).toEqual(shutOut);
});

test("nor does one whose session gave way to one too many, once they are demoted: that shuts nobody out, their role does", async () => {
  const [target, who] = await inOrder();
  const by = await holder(who, "users.edit");
  for (let logins = 0; logins < mostSessions; logins += 1) await logInByPassword(who);
  const renaming = (name: string, revision: number) =>
    editUser(by, target.id, as(target, { name }), { ...basis, revision });
  expect(await renaming("Jane Roe", 1)).toMatchObject({ ok: true });
  await database().updateTable("users").set({ role: "manager" }).where("id", "=", who.id).execute();
  await inTransaction((trx) => endAllBecause(trx, who.id, "role-changed"));
  expect(await renaming("Joan Doe", 2)).toEqual(shutOut);
});

test("what waits for a user whom somebody else holds is not done for who is demoted meanwhile", async () => {
  const [target, who] = await inOrder();
  const by = await holder(who, "users.edit");
  const demoter = await holder(
    await person({ id: who.organisationId }, { role: "administrator" }),
    "users.edit",
  );
  const changing = () => editUser(by, target.id, as(target, { name: "Jane Roe" }), basis);
  const demoting = async () => {
    const demoted = await editUser(demoter, who.id, as(who, { role: "member" }), {
      ...basis,
      sendActivation: false,
    });
    expect(demoted).toMatchObject({ ok: true });
  };
  expect(await comingBetween(lockingUser(target.id), changing, demoting)).toEqual(shutOut);
});

test.each([
  ["lower", 0],
  ["higher", 1],
])(
  "an administrator with the %s id changes the other one, and waits for nobody in a circle",
  async (_, index) => {
    const two = await inOrder();
    const [who, target] = [two[index], two[1 - index]] as [Person, Person];
    const by = await holder(who, "users.edit");
    const changing = () => editUser(by, target.id, as(target, { name: "Jane Roe" }), basis);
    const [lower, higher] = two;
    const changed = await comingBetween(lockingUser(lower.id), changing, lockingUser(higher.id));
    expect(changed).toMatchObject({ ok: true });
  },
);

test("two administrators who change each other forty times at once meet no fault", async () => {
  const two = await inOrder();
  const by = [await holder(two[0], "users.edit"), await holder(two[1], "users.edit")];
  const outcomes = await forty(async (index) => {
    const [actor, target] = [by[index % 2], two[(index + 1) % 2]] as [(typeof by)[number], Person];
    const { code } = {
      code: "saved",
      ...(await editUser(actor, target.id, as(target, { name: `${index}` }), basis)),
    };
    return code;
  });
  expect(outcomes.filter((code) => code === "saved")).toHaveLength(2);
  expect(outcomes.filter((code) => code === "changed-meanwhile")).toHaveLength(38);
});

test("of two administrators who shut each other out at once, the first stays", async () => {
  for (let round = 0; round < 10; round += 1) {
    const [one, other] = await inOrder();
    const [byOne, byOther] = [await holder(one, "users.edit"), await holder(other, "users.edit")];
    const ended = await Promise.all([endUserSessions(byOne, other.id), endUserSessions(byOther, one.id)]);
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
  }
});
