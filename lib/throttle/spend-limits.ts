/** The one verb that spends limits: before the work that a door would do, and before anything is compared. */
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type LimitName, limits } from "./limit";
import { forget, spend } from "./queries";

/** A limit, and what it counts for: an account, a browser, a source. */
export type Counted = { limit: LimitName; of: string };

export type TooMany = { code: "too-many"; until: Date };

/**
 * Counts one attempt for each of `counted`. Refuses with the moment to come back at when one of them is closed; then
 * nothing is counted. A fault in the database is thrown: a limiter that cannot count opens nothing (ASVS 5.0, 16.5.3).
 */
export async function spendLimits(counted: Counted[]): Promise<Result<undefined, TooMany>> {
  const spendings = counted.map((each) => ({ key: keyOf(each), limit: limits[each.limit] }));
  const until = await spend(database(), spendings, now());
  return until ? refuse("too-many", { until }) : ok();
}

/** Forgets the attempts for `counted`: the right proof was given. */
export function forgiveLimits(counted: Counted[]): Promise<void> {
  return forget(database(), counted.map(keyOf));
}

/** Keys are digests: a table of counters need not tell whose addresses were tried. */
const keyOf = ({ limit, of }: Counted) => digest("throttle", limit, of);
