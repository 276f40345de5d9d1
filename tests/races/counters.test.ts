/** Counters of attempts, of which several are taken back at once. */
import { expect, test } from "vitest";
import { type Account, checkPassword } from "@/lib/accounts/check-password";
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { beginSecondStep } from "@/lib/login/begin-second-step";
import { forgiveLimits } from "@/lib/throttle/spend-limits";
import { comingBetween } from "../support/lock-order";
import { nothingBegun, organisation, person, visitor } from "../support/world";

/** Somebody whose password was right just now, and the keys of what it was counted for, in their order. */
async function checked() {
  const who = await person(await organisation({ switchedOn: false }));
  const right = await checkPassword(who.email, who.password, visitor);
  if (!right.ok) throw new Error("The password was not taken");
  // Written anew, so that the table has them in the reverse of that order.
  const counters = await database().selectFrom("throttles").selectAll().orderBy("key", "desc").execute();
  await database().deleteFrom("throttles").execute();
  await database().insertInto("throttles").values(counters).execute();
  return { account: right.value, keys: counters.map(({ key }) => key).reverse() };
}

const locking = (key: string | undefined) => (trx: Transaction) =>
  trx.selectFrom("throttles").select("key").where("key", "=", String(key)).forUpdate().execute();

const opening = (account: Account) =>
  beginSecondStep(account, { purpose: "login", sessionId: null, ...nothingBegun, visitor });

test.each<[string, (account: Account) => Promise<unknown>]>([
  ["by a statement of their own", ({ counted }) => forgiveLimits(counted)],
  ["with the login that they open", opening],
])("counters that are taken back %s are locked in one order: nobody waits in a circle", async (_, act) => {
  const { account, keys } = await checked();
  expect(keys.length).toBeGreaterThan(1);
  await comingBetween(locking(keys[0]), () => act(account), locking(keys.at(-1)));
  const left = await database().selectFrom("throttles").select("count").execute();
  expect(left.map(({ count }) => count)).toEqual(keys.map(() => 0));
});
