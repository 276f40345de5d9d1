/** Logins and step-ups that are under way while their password is changed: checking one takes a while. */
import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { passwordHashing, passwordMatches } from "@/lib/accounts/password-hash";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { editUser } from "@/lib/organisations/edit-user";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import { endOtherSessions } from "@/lib/sessions/end-sessions";
import { whileItsHashWaits } from "../support/hash-queue";
import { comingBetween } from "../support/lock-order";
import { letters } from "../support/mailbox";
import { tokenFor } from "../support/post";
import { holder, logInByPassword } from "../support/staff";
import {
  appCode,
  givePassword,
  isLive,
  nothingBegun,
  organisation,
  type Person,
  person,
  somewhere,
  visitor,
} from "../support/world";

const chosen = "seven otters cross river";

const startBy = (who: Person, presentToken: string | null = null) =>
  startLogin(who, { presentToken, returnTo: "/", visitor: somewhere() });

/** Does `act` again and again, four at once, before, while and until a moment after `change` happens. */
async function around(change: () => Promise<{ ok: boolean }>, act: () => Promise<unknown>) {
  let isOver = false;
  const again = async () => {
    while (!isOver) await act();
  };
  const running = [1, 2, 3, 4].map(again);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const changed = await change();
  isOver = true;
  await Promise.all(running);
  return changed;
}

const endings: [string, (who: Person) => Promise<() => Promise<unknown>>][] = [
  [
    "deactivates its owner",
    async (who) => {
      const by = await holder(
        await person({ id: who.organisationId }, { role: "administrator" }),
        "users.edit",
      );
      const wanted = { name: who.name, email: who.email, role: "member", status: "deactivated" } as const;
      return () => editUser(by, who.id, { ...wanted, teamIds: [] }, { revision: 1, sendActivation: false });
    },
  ],
  [
    "ends all sessions of its owner",
    async (who) => {
      const by = await holder(
        await person({ id: who.organisationId }, { role: "administrator" }),
        "users.edit",
      );
      return () => endUserSessions(by, who.id);
    },
  ],
  [
    "ends that session from another one",
    async (who) => {
      const { actor } = await logInByPassword(who);
      return () => endOtherSessions(actor);
    },
  ],
];

test.each(endings)(
  "a change that waits for its hash while somebody %s sets no password",
  async (_, prepare) => {
    const who = await person(await organisation({ switchedOn: false }));
    const end = await prepare(who);
    const { actor } = await logInByPassword(who);
    const changed = await whileItsHashWaits(() => changePassword(actor, who.password, chosen), end);
    expect(changed).toEqual({ ok: false, code: "session-ended" });
    const { password_hash } = await database()
      .selectFrom("users")
      .select("password_hash")
      .where("id", "=", who.id)
      .executeTakeFirstOrThrow();
    expect(await passwordMatches(who.password, password_hash)).toBe(true);
  },
);

const openLoginsOf = (who: Person) =>
  database()
    .selectFrom("pending_logins")
    .select("id")
    .where("user_id", "=", who.id)
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null)
    .execute();

const changes = {
  change: async (who: Person) => {
    const { actor } = await logInByPassword(who);
    return () => changePassword(actor, who.password, chosen);
  },
  reset: async (who: Person) => {
    await sendPasswordReset({ userId: who.id });
    const token = tokenFor(who.email);
    return () => resetPassword(token, chosen, somewhere());
  },
};

test.each(["change", "reset"] as const)(
  "no login by the old password outlives a %s of it, however close they are",
  async (kind) => {
    const who = await person(await organisation({ switchedOn: false }));
    const sessions: string[] = [];
    const changed = await around(await changes[kind](who), async () => {
      const started = await startBy(who);
      const redeemed = started.ok ? await redeemLogin(started.value.token, visitor) : started;
      if (redeemed.ok) sessions.push(redeemed.value.sessionToken);
    });
    expect(changed.ok).toBe(true);
    expect(sessions.length).toBeGreaterThan(0);
    expect((await Promise.all(sessions.map(isLive))).filter(Boolean)).toEqual([]);
  },
);

test.each(["change", "reset"] as const)(
  "no login by the old password waits for its second step after a %s of it",
  async (kind) => {
    const who = await person(await organisation(), { authenticator: true });
    const tokens: string[] = [];
    const changed = await around(await changes[kind](who), async () => {
      const started = await startBy(who);
      if (started.ok) tokens.push(started.value.token);
    });
    expect(changed.ok).toBe(true);
    expect(await openLoginsOf(who)).toEqual([]);
    const answered = await completeLogin(tokens.at(-1) ?? "", "authenticator", appCode(who), visitor);
    expect(answered).toMatchObject({ ok: false, code: "not-open", state: "cancelled" });
  },
);

test("no code is sent for the old password once it was changed", async () => {
  const who = await person(await organisation());
  await around(await changes.change(who), () => startBy(who));
  expect(await openLoginsOf(who)).toEqual([]);
});

test("no second tab goes on by the old password once it was changed", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const first = await givePassword(who);
  await around(await changes.reset(who), () => startBy(who, first));
  expect(await openLoginsOf(who)).toEqual([]);
});

test("no step-up by the old password outlives a reset of it", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  const { actor } = await logInByPassword(who);
  await around(await changes.reset(who), () =>
    startStepUp({ ...actor, visitor: somewhere() }, who.password, nothingBegun),
  );
  expect(await openLoginsOf(who)).toEqual([]);
});

test("a password that was changed while it was checked is refused and recorded as a wrong one", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  const outcomes: Awaited<ReturnType<typeof startBy>>[] = [];
  await around(await changes.change(who), async () => outcomes.push(await startBy(who)));
  const refused = outcomes.filter((outcome) => !outcome.ok && outcome.code === "wrong-credentials");
  expect(refused.length).toBeGreaterThan(0);
  const recorded = await database()
    .selectFrom("audit_events")
    .select("target_id")
    .where("event", "=", "password.refused")
    .where("reason", "=", "wrong-password")
    .execute();
  expect(recorded).toEqual(refused.map(() => ({ target_id: who.id })));
});

test("a right password of somebody who is deactivated while it is checked is recorded as that, and not as a wrong one", async () => {
  const who = await person(await organisation());
  const deactivating = (trx: Transaction) =>
    trx.updateTable("users").set({ status: "deactivated" }).where("id", "=", who.id).execute();
  const started = await comingBetween(deactivating, () => startBy(who));
  expect(started).toEqual({ ok: false, code: "wrong-credentials" });
  const recorded = await database()
    .selectFrom("audit_events")
    .select(["event", "reason"])
    .where("target_id", "=", who.id)
    .execute();
  expect(recorded).toEqual([{ event: "password.refused", reason: "deactivated" }]);
});

const movedTo = (who: Person, email: string) => (trx: Transaction) =>
  trx.updateTable("users").set({ email }).where("id", "=", who.id).execute();

test("no code goes to a mailbox that the account was taken out of while its password was checked", async () => {
  const who = await person(await organisation());
  const started = await comingBetween(movedTo(who, `new-${who.email}`), () => startBy(who));
  expect(started).toEqual({ ok: false, code: "wrong-credentials" });
  expect(letters(who.email)).toEqual([]);
  expect(await openLoginsOf(who)).toEqual([]);
  const recorded = await database()
    .selectFrom("audit_events")
    .select(["event", "reason"])
    .where("target_id", "=", who.id)
    .execute();
  expect(recorded).toEqual([{ event: "password.refused", reason: "unknown-address" }]);
});

test("of logins at once by a hash of former times, each is taken", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  const former = await hash(who.password, { ...passwordHashing, memoryCost: 8_192 });
  await database().updateTable("users").set({ password_hash: former }).where("id", "=", who.id).execute();
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => startBy(who)));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
});

test("a hash of former times that is made anew brings no password back that was changed meanwhile", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  // It takes about a second to check: time enough to change the password in.
  const former = await hash(who.password, { memoryCost: 8_192, timeCost: 120, parallelism: 1 });
  await database().updateTable("users").set({ password_hash: former }).where("id", "=", who.id).execute();
  const change = await changes.reset(who);
  const checking = startBy(who);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await change()).ok).toBe(true);
  expect(await checking).toMatchObject({ ok: false, code: "wrong-credentials" });
  expect((await startBy(who)).ok).toBe(false);
  expect((await startBy({ ...who, password: chosen })).ok).toBe(true);
});
