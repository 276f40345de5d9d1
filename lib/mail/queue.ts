/**
 * What must happen after a change is written down in the same transaction as the change: it happens if and only if
 * the change was committed, also after a crash. The queue lives in the database that the product uses anyway.
 */
import { fromKysely, PgBoss } from "pg-boss";
import { type Database, database } from "@/lib/database/connection";
import { type RawExecutor, rawExecutor } from "@/lib/database/raw";
import type { Transaction } from "@/lib/database/transaction";
import { isTakenIn } from "@/lib/database/unique-violation";
import { days, inSeconds, minutes, seconds } from "@/lib/kernel/duration";
import { logFault, logInfo } from "@/lib/kernel/log";
import { isUnavailable } from "@/lib/kernel/unavailable";
import { type JobName, type Jobs, jobNames, longestLetter } from "./jobs";

// Next loads a module more than once (pages, actions, instrumentation); the queue must exist once a process.
const shared = globalThis as typeof globalThis & { twostepQueue?: { queue: PgBoss; on: Database } };

const treatment = {
  // With these delays the last try comes after four to eight hours: a mail server may be down for a night.
  retryLimit: 16,
  retryBackoff: true,
  retryDelay: inSeconds(seconds(10)),
  retryDelayMax: inSeconds(minutes(60)),
  expireInSeconds: inSeconds(longestLetter),
  // How long a done or given-up job can still be looked at.
  deleteAfterSeconds: inSeconds(days(14)),
};

/**
 * Opens the queue, and makes its tables when they are missing. Must have happened before the first {@link enqueue}:
 * inside a transaction it would be too late, because the embedded database has one connection.
 */
export async function prepareQueue(): Promise<void> {
  const on = database();
  if (shared.twostepQueue?.on === on) return;
  const queue = await openQueue(on);
  const before = shared.twostepQueue;
  // Two callers at once: the first one's stays.
  if (before?.on === on) return queue.stop();
  shared.twostepQueue = { queue, on };
  await before?.queue.stop();
}

/** Makes the tables of the queue in `on`, for a database that others will copy or serve. */
export async function installQueue(on: Database): Promise<void> {
  const queue = await openQueue(on);
  await queue.stop();
}

/** Closes the queue: running jobs are finished first. Must happen before the database is closed. */
export async function stopQueue(): Promise<void> {
  const opened = shared.twostepQueue;
  shared.twostepQueue = undefined;
  await opened?.queue.stop();
}

/** The open queue. Throws when nobody has opened it. */
export function openedQueue(): PgBoss {
  if (!shared.twostepQueue)
    throw new Error("The queue is not open: call prepareQueue() when the process starts.");
  return shared.twostepQueue.queue;
}

/** Writes the job `name` into the change that `trx` makes; it is done (not before `startAfter`) if that commits. */
export async function enqueue<Name extends JobName>(
  trx: Transaction,
  name: Name,
  data: Jobs[Name],
  options: { startAfter?: Date } = {},
): Promise<void> {
  await openedQueue().send(name, data, { ...options, db: fromKysely(trx) });
}

/** As {@link enqueue}, for many at once: one statement, however many there are. */
export async function enqueueAll<Name extends JobName>(
  trx: Transaction,
  name: Name,
  all: Jobs[Name][],
): Promise<void> {
  if (all.length === 0) return;
  await openedQueue().insert(
    name,
    all.map((data) => ({ data })),
    { db: fromKysely(trx) },
  );
}

/** From when on the jobs `name` with such `data` are due that wait in the queue. */
export async function dueTimes<Name extends JobName>(
  trx: Transaction,
  name: Name,
  data: Jobs[Name],
): Promise<Date[]> {
  const waiting = await openedQueue().findJobs(name, { data, queued: true, db: fromKysely(trx) });
  return waiting.map(({ startAfter }) => startAfter);
}

async function openQueue(on: Database): Promise<PgBoss> {
  const { db, failed } = sayingOnce(rawExecutor(on));
  const queue = new PgBoss({ db, schedule: false, registerInstance: false });
  queue.on("error", failed);
  queue.on("warning", ({ message }) => logInfo("queue.warning", { message }));
  // Of two processes that make the tables at once, one may still believe that there is no schema when its turn comes.
  await queue.start().catch((error) => {
    if (!isTakenIn("pg_namespace_nspname_index", error)) throw error;
    return queue.start();
  });
  for (const name of jobNames) {
    await queue.createQueue(name, treatment);
    // Also when it existed: a new release may treat its jobs otherwise.
    await queue.updateQueue(name, treatment);
  }
  // Asked for once now, so that no enqueue has to ask from inside its transaction.
  await Promise.all(jobNames.map((name) => queue.getQueue(name)));
  return queue;
}

/** The queue asks for work every second, for each kind of jobs: that the database is away, and back, is said once. */
function sayingOnce(executor: RawExecutor) {
  let isAway = false;
  const db: RawExecutor = {
    async executeSql(text, values) {
      const answer = await executor.executeSql(text, values);
      if (isAway) logInfo("queue.works-again");
      isAway = false;
      return answer;
    },
  };
  const failed = (error: unknown) => {
    if (isAway && isUnavailable(error)) return;
    isAway ||= isUnavailable(error);
    logFault("queue.failed", error);
  };
  return { db, failed };
}
