/** Nobody learns who has an account: whoever is asked about, the answer is the same, and so is the work behind it. */
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import type { Visitor } from "@/lib/kernel/visitor";
import { startLogin } from "@/lib/login/start-login";
import { at } from "../support/clock";
import { letters } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { statementsOf } from "../support/statements";
import { organisation, person, visitor } from "../support/world";

/** Every kind of address that somebody can ask about. */
const asked = ["active", "not confirmed", "deactivated", "without a password", "nobody's"] as const;
type Asked = (typeof asked)[number];

let addresses: Record<Asked, string>;

beforeEach(async () => {
  const of = await organisation();
  addresses = {
    active: (await person(of)).email,
    "not confirmed": (await person(of, { confirmed: false })).email,
    deactivated: (await person(of, { deactivated: true })).email,
    "without a password": (await person(of, { withoutPassword: true })).email,
    "nobody's": "nobody@example.com",
  };
});

type Work = (email: string, from: Visitor) => Promise<unknown>;

const doors: [string, Work][] = [
  [
    "a login with a wrong password",
    (email, from) =>
      startLogin(
        { email, password: "quite another one" },
        { presentToken: null, returnTo: "/", visitor: from },
      ),
  ],
  ["asking for a new password", requestPasswordReset],
  ["asking for a new confirmation", requestActivationAgain],
];

test("a password is hashed once for each attempt, whoever has the address", async () => {
  const [[, logInWrongly]] = doors as [(typeof doors)[number]];
  await logInWrongly("somebody-else@example.com", visitor);
  const counts = [];
  for (const kind of asked) counts.push(await hashesOf(() => logInWrongly(addresses[kind], visitor)));
  expect(counts).toEqual(asked.map(() => 1));
});

describe.each(doors)("%s", (_, ask) => {
  test("is answered alike after the same statements, whoever has the address", async () => {
    // Once before, so that nothing is done for the first time.
    await ask("somebody-else@example.com", visitor);
    const answers = [];
    for (const kind of asked) answers.push(await statementsOf(() => ask(addresses[kind], visitor)));
    const [first, ...others] = answers;
    expect(first?.[1].length).toBeGreaterThan(1);
    for (const other of others) expect(other).toEqual(first);
  });

  test("is answered alike when it is asked too often", async () => {
    at("2027-05-03T08:00:00.000Z");
    const answers = [];
    for (const kind of ["active", "nobody's"] as const) {
      const ofKind = [];
      // From elsewhere each time: the address is what is tried too often, and not the network.
      for (let attempt = 0; attempt < 12; attempt += 1)
        ofKind.push(await ask(addresses[kind], { ...visitor, address: `2001:db8:${attempt}::1` }));
      answers.push(ofKind);
    }
    expect(answers[0]?.at(-1)).toMatchObject({ ok: false, code: "too-many" });
    expect(answers[1]).toEqual(answers[0]);
  });

  test("leaves as many rows behind, whoever has the address", async () => {
    await ask("somebody-else@example.com", visitor);
    const added = [];
    for (const kind of asked) {
      const before = await countRows();
      await ask(addresses[kind], visitor);
      added.push((await countRows()) - before);
    }
    expect(new Set(added)).toEqual(new Set([added[0]]));
  });
});

test("only those who have an account get mail", async () => {
  for (const kind of asked) {
    await requestPasswordReset(addresses[kind], visitor);
    await requestActivationAgain(addresses[kind], visitor);
  }
  await deliverPost();
  const written = letters().map(({ to, subject }) => `${subject.split(" ")[0]} to ${to}`);
  expect(written.sort()).toEqual(
    [
      `Choose to ${addresses.active}`,
      `Choose to ${addresses["not confirmed"]}`,
      `Choose to ${addresses["without a password"]}`,
      `Confirm to ${addresses["not confirmed"]}`,
    ].sort(),
  );
});

async function countRows(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from audit_events) + (select count(*) from throttles) +
      (select count(*) from pending_logins) + (select count(*) from email_tokens) +
      (select count(*) from pgboss.job) as count`.execute(database());
  return Number(rows[0]?.count);
}

/** How many passwords are hashed by `work`: the queue of hashes takes down how long each has lasted. */
async function hashesOf(work: () => Promise<unknown>): Promise<number> {
  const { twostepHashing: queue } = globalThis as unknown as { twostepHashing: { lasting: number } };
  let { lasting } = queue;
  let count = 0;
  const set = (value: number) => {
    lasting = value;
    count += 1;
  };
  Object.defineProperty(queue, "lasting", { configurable: true, get: () => lasting, set });
  await work();
  Object.defineProperty(queue, "lasting", { value: lasting, writable: true });
  return count;
}
