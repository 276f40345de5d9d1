/** The one verb that spends limits: before the work that a door would do, and before anything is compared. */
import { type Database, database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type LimitName, limits } from "./limit";
import { forgive, spend } from "./queries";
import { countsInRedis, forgiveInRedis, spendInRedis } from "./redis";

/** A limit, and what it counts for: an account, a browser, a source. */
export type Counted = { limit: LimitName; of: string };

export type TooMany = { code: "too-many"; until: Date };

/**
 * Counts one attempt for each of `counted`. Refuses with the moment to come back at when one of them is closed; then
 * nothing is counted. A fault in the database is thrown: a limiter that cannot count opens nothing (ASVS 5.0, 16.5.3).
 */
export async function spendLimits(
  counted: Counted[],
  on: Database = database(),
): Promise<Result<undefined, TooMany>> {
  const spendings = counted.map((each) => ({ key: keyOf(each), limit: limits[each.limit] }));
  const until = countsInRedis() ? await spendInRedis(spendings, now()) : await spend(on, spendings, now());
  return until ? refuse("too-many", { until }) : ok();
}

/**
 * Takes back what a right proof was counted for. An account starts from nothing again; a source gets this one attempt
 * back and no more, so that an office behind one address can log in at nine, and a guesser who has an account of their
 * own cannot wipe out their guesses at others.
 */
export function forgiveLimits(counted: Counted[], on: Database = database()): Promise<void> {
  const [wholly, once] = [counted.filter(isOfAccount), counted.filter((each) => !isOfAccount(each))];
  const keys = [wholly.map(keyOf), once.map(keyOf)] as const;
  return countsInRedis() ? forgiveInRedis(...keys) : forgive(on, ...keys);
}

const isOfAccount = ({ limit }: Counted) => "firstWait" in limits[limit];

/** Keys are digests: a table of counters need not tell whose addresses were tried. */
const keyOf = ({ limit, of }: Counted) => digest("throttle", limit, of);
