/** Mailed links, pressed forty times at once. */
import { expect, test } from "vitest";
import { changePassword, resetPassword } from "@/lib/accounts/change-password";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { startLogin } from "@/lib/login/start-login";
import { tokenFor } from "../support/post";
import { logInByPassword } from "../support/staff";
import { organisation, type Person, person, visitorFrom } from "../support/world";

const forty = <Value>(act: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: 40 }, (_, index) => act(index)));

const chosenBy = (index: number) => `seven otters cross river ${index}`;

/** The places of those that succeeded. */
const winners = (outcomes: { ok: boolean }[]) => outcomes.flatMap(({ ok }, index) => (ok ? [index] : []));

async function opens(who: Person, password: string): Promise<boolean> {
  const browser = { presentToken: null, returnTo: "/", visitor: visitorFrom(200) };
  return (await startLogin({ ...who, password }, browser)).ok;
}

const eventsCalled = (name: string) =>
  database().selectFrom("audit_events").select("id").where("event", "=", name).execute();

test("of forty confirmations by one link at once, one chooses the password", async () => {
  const who = await person(await organisation(), { confirmed: false, withoutPassword: true });
  await sendActivation({ userId: who.id, invitedBy: null });
  const token = tokenFor(who.email);
  const outcomes = await forty((index) => confirmEmail(token, chosenBy(index), visitorFrom(index)));
  const [winner, ...others] = winners(outcomes);
  expect(others).toEqual([]);
  for (const outcome of outcomes)
    if (!outcome.ok) expect(["used", "confirmed-already"]).toContain(outcome.code);
  expect(await eventsCalled("email.confirmed")).toHaveLength(1);
  expect(await opens(who, chosenBy(winner ?? -1))).toBe(true);
});

test("of forty resets by one link at once, one sets the password", async () => {
  const who = await person(await organisation());
  await sendPasswordReset({ userId: who.id });
  const token = tokenFor(who.email);
  const outcomes = await forty((index) => resetPassword(token, chosenBy(index), visitorFrom(index)));
  const [winner, ...others] = winners(outcomes);
  expect(others).toEqual([]);
  expect(await eventsCalled("password.reset")).toHaveLength(1);
  expect(await opens(who, chosenBy(winner ?? -1))).toBe(true);
});

test("of links mailed at once, at most one is open", async () => {
  const who = await person(await organisation(), { confirmed: false });
  await Promise.all([1, 2, 3, 4].map(() => sendActivation({ userId: who.id, invitedBy: null })));
  const open = await database()
    .selectFrom("email_tokens")
    .select("id")
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .execute();
  expect(open.length).toBeLessThanOrEqual(1);
});

test("a password changed while a reset link is used is one of the two", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  const { actor } = await logInByPassword(who);
  await sendPasswordReset({ userId: who.id });
  const [changed, reset] = await Promise.all([
    changePassword(actor, who.password, chosenBy(1)),
    resetPassword(tokenFor(who.email), chosenBy(2), visitorFrom(2)),
  ]);
  expect(changed.ok || reset.ok).toBe(true);
  const opening = [await opens(who, chosenBy(1)), await opens(who, chosenBy(2))];
  expect(opening.filter(Boolean)).toHaveLength(1);
  expect(await opens(who, who.password)).toBe(false);
});
