/** What the statement of a door is given: attempts to count before it goes on, to look at, or to take back. */
import { type OneByOne, oneByOne } from "@/lib/database/prepared";
import type { Limit } from "./limit";

export type Spending = { key: string; limit: Limit };

/** What a statement counts before it goes on; or `known`, when it was counted elsewhere. */
export type Gate = { wanted: string; at: Date; known: Date | null };

/** As {@link Gate}, where `looked` are only looked at, before anything is counted. */
export type GateBehind = Gate & { looked: OneByOne };

/** A gate that counts one attempt at each of `spendings`, or at none of them when one is closed at `at`. */
export function spending(spendings: Spending[], at: Date): Gate {
  return { wanted: JSON.stringify(wantedOf(spendings)), at, known: null };
}

/** A gate that counts nothing and says what is known already. */
export function known(until: Date | undefined, at: Date): Gate {
  return { wanted: "[]", at, known: until ?? null };
}

/** As {@link Gate}, with what to count for each value of something that only the statement finds out. */
export type GateByChoice = { cases: string; at: Date };

/** {@link spending} of the one of `cases` that the statement chooses; of `otherwise` when it is none of them. */
export function spendingBy(cases: Map<string, Spending[]>, otherwise: Spending[], at: Date): GateByChoice {
  const wanted = [...cases, [noChoice, otherwise] as const].map(([value, each]) => [value, wantedOf(each)]);
  return { cases: JSON.stringify(Object.fromEntries(wanted)), at };
}

/** Under which of its cases a {@link GateByChoice} keeps what is counted when it is none of the others. */
export const noChoice = "none";

const wantedOf = (spendings: Spending[]) =>
  spendings.map(({ key, limit }) => ({
    key,
    most: limit.most,
    within_ms: limit.within,
    first_wait_ms: limit.firstWait ?? null,
    longest_wait_ms: limit.longestWait ?? null,
  }));

/** As {@link Gate}, for counters that are only looked at: `keys` are asked, all of `held` are locked. */
export type ClosedGate = { keys: OneByOne; held: OneByOne; at: Date; known: Date | null };

/**
 * A gate that asks whether one of `keys` is closed at `at`, and counts nothing. It locks `others` together with them,
 * because the statement forgives those later: two that locked one after another could wait for each other. What is
 * `known` from elsewhere comes first.
 */
export function closed(keys: string[], others: string[], at: Date, known?: Date): ClosedGate {
  return { keys: oneByOne(keys), held: oneByOne([...keys, ...others]), at, known: known ?? null };
}

/** Counters of attempts that were right: one attempt of each in `keys` is taken back, all of those in `wholly`. */
export type Forgiven = { keys: OneByOne; wholly: string[] };
