/** The one verb that spends limits: before the work that a door would do, and before anything is compared. */
import { type Database, database } from "@/lib/database/connection";
import { oneByOne } from "@/lib/database/prepared";
import { now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import {
  type ClosedGate,
  closed,
  type Forgiven,
  type Gate,
  type GateBehind,
  known,
  spending,
  spendingBy,
} from "./gate";
import { type LimitName, limits } from "./limit";
import { forgive, spend } from "./queries";
import { closedInRedis, forgiveInRedis, spendInRedis } from "./redis";
import { countsInRedis } from "./redis-connection";

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
  const spendings = spendingsOf(counted);
  const until = countsInRedis() ? await spendInRedis(spendings, now()) : await spend(on, spendings, now());
  return until ? refuse("too-many", { until }) : ok();
}

/** As {@link spendLimits}, for the statement that the gate is put into: a step of a login asks the database once. */
export async function spendingGate(counted: Counted[]): Promise<Gate> {
  const spendings = spendingsOf(counted);
  return countsInRedis() ? known(await spendInRedis(spendings, now()), now()) : spending(spendings, now());
}

/** As {@link spendingGate}, where nothing is counted while one of `looked` is closed: that one is only looked at. */
export async function spendingGateBehind(looked: Counted[], counted: Counted[]): Promise<GateBehind> {
  const keys = looked.map(keyOf);
  const closedElsewhere = countsInRedis() ? await closedInRedis(keys, now()) : undefined;
  const gate = closedElsewhere ? known(closedElsewhere, now()) : await spendingGate(counted);
  return { ...gate, looked: oneByOne(keys) };
}

/** As {@link spendingGate}, for a statement that asks it only where `first` is closed; counts nothing elsewhere. */
export async function gateIfClosed(first: Gate, counted: Counted[]): Promise<Gate> {
  return countsInRedis() && !first.known ? known(undefined, now()) : spendingGate(counted);
}

/**
 * As {@link spendingGate}, where only the statement finds out which of `choices`, if any, its attempt counts for. In two
 * halves: the gate for that statement, and what follows when it has told which one; counters elsewhere wait for that.
 */
export function spendingGateBy(choices: string[], countedFor: (choice: string | null) => Counted[]) {
  if (countsInRedis()) {
    const afterwards = async (choice: string | null) =>
      (await spendInRedis(spendingsOf(countedFor(choice)), now())) ?? null;
    return { gate: spendingBy(new Map(), [], now()), afterwards };
  }
  const cases = new Map(choices.map((choice) => [choice, spendingsOf(countedFor(choice))]));
  return {
    gate: spendingBy(cases, spendingsOf(countedFor(null)), now()),
    afterwards: async (_: string | null, until: Date | null) => until,
  };
}

/**
 * Whether one of `counted` is closed, for the statement that the gate is put into; counts nothing. What that statement
 * forgives beside them is `others`.
 */
export async function closedGate(counted: Counted[], others: Counted[]): Promise<ClosedGate> {
  const keys = counted.map(keyOf);
  const inRedis = countsInRedis() ? await closedInRedis(keys, now()) : undefined;
  return closed(keys, others.map(keyOf), now(), inRedis);
}

/**
 * Takes back what a right proof was counted for, or a letter that could not be sent. An account whose proof was right
 * starts from nothing again. A source gets this one attempt back and no more, that of a password with the whole login:
 * an office behind one address can log in at nine, and a guesser who has an account of their own cannot wipe out their
 * guesses at others.
 */
export function forgiveLimits(counted: Counted[]): Promise<void> {
  const forgiven = forgivenOf(counted);
  return countsInRedis() ? forgiveInRedis(forgiven) : forgive(database(), forgiven);
}

/** As {@link forgiveLimits}, in two halves: a part of the statement that finds the proof right, and what follows it. */
export function forgiving(counted: Counted[]) {
  const forgiven = forgivenOf(counted);
  // Where Redis counts, the database finds nothing to forgive.
  return { part: forgiven, afterwards: async () => countsInRedis() && forgiveInRedis(forgiven) };
}

/** Those of `counted` that count for an account, whoever asks for it; the others count for a source. */
export const ofAccounts = (counted: Counted[]): Counted[] => counted.filter(isOfAccount);

const spendingsOf = (counted: Counted[]) =>
  counted.map((each) => ({ key: keyOf(each), limit: limits[each.limit] }));

function forgivenOf(counted: Counted[]): Forgiven {
  return { keys: oneByOne(counted.map(keyOf)), wholly: counted.filter(isOfAccount).map(keyOf) };
}

/** Of the limits that a right proof forgives, those of an account have a `firstWait`, those of a source have none. */
const isOfAccount = ({ limit }: Counted) => "firstWait" in limits[limit];

/** Kept with what is counted: several parts of a step ask for them, and each digest takes as long as to look a row up. */
const keys = new WeakMap<Counted, string>();

/** Keys are digests: a table of counters need not tell whose addresses were tried. */
function keyOf(counted: Counted): string {
  const key = keys.get(counted) ?? digest("throttle", counted.limit, counted.of);
  keys.set(counted, key);
  return key;
}
