/** Does what waits in the queue: all the time in a server, or for a while in a request that a platform's cron makes. */
import type { JobAttempt, JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { now } from "@/lib/kernel/clock";
import { type Duration, inSeconds, seconds } from "@/lib/kernel/duration";
import { logFault } from "@/lib/kernel/log";
import { type JobHandlers, type JobName, type Jobs, jobNames } from "./jobs";
import { openedQueue } from "./queue";
import { connections } from "./transport";

type Attempt<Name extends JobName> = Pick<
  JobWithMetadata<Jobs[Name]>,
  "id" | "data" | "retryCount" | "retryLimit"
>;

// The handlers are asked for at each job, so that whoever starts the worker anew replaces them for the next one.
const shared = globalThis as typeof globalThis & {
  twostepWorker?: { queue: PgBoss; handlers: JobHandlers };
  twostepStopping?: AbortController;
};

/**
 * How many jobs of a kind are fetched, and done side by side. One sending has letters for all connections: the rows that
 * a second one had taken would wait for the mail server so long that they count as abandoned.
 */
const batchSize = (name: JobName) => (name === "resend-confirmations" ? 1 : connections);

/** Begins to do jobs with `handlers`; called again it only replaces the handlers. The queue must be open. */
export async function startWorker(handlers: JobHandlers): Promise<void> {
  const queue = openedQueue();
  const working = shared.twostepWorker?.queue === queue;
  shared.twostepWorker = { queue, handlers };
  if (!working) for (const name of jobNames) await work(queue, name);
}

/** Fetches nothing more, and tells the jobs that are being done to come to an end; also those of {@link drain}. */
export async function stopWorker(): Promise<void> {
  stopping().abort();
  const worker = shared.twostepWorker;
  await Promise.all(jobNames.map((name) => worker?.queue.offWork(name, { wait: true })));
  shared.twostepWorker = undefined;
  shared.twostepStopping = undefined;
}

/** What tells jobs that begin now to stop. */
function stopping(): AbortController {
  shared.twostepStopping ??= new AbortController();
  return shared.twostepStopping;
}

/** Does what waits until nothing is due or `time` is up; returns how many jobs were tried. */
export async function drain(handlers: JobHandlers, time: Duration): Promise<number> {
  const queue = openedQueue();
  const end = now().getTime() + time;
  // Also told to a job that takes long: the platform would cut it off in the middle of its letters.
  const signal = AbortSignal.any([stopping().signal, AbortSignal.timeout(time)]);
  let tried = 0;
  // Takes back what a killed process left unfinished.
  await queue.supervise();
  for (const name of jobNames) {
    while (now().getTime() < end && !signal.aborted) {
      const options = { batchSize: batchSize(name), includeMetadata: true } as const;
      const jobs = await queue.fetch<Jobs[typeof name]>(name, options);
      if (jobs.length === 0) break;
      const results = await Promise.all(jobs.map((job) => attempt(handlers, name, job, signal)));
      await settle(queue, name, jobs, results);
      tried += jobs.length;
    }
  }
  return tried;
}

async function work<Name extends JobName>(queue: PgBoss, name: Name): Promise<void> {
  const options = { ...workOptions, batchSize: batchSize(name) };
  await queue.work<Jobs[Name], object, typeof options>(name, options, (jobs) => {
    const { handlers } = shared.twostepWorker ?? {};
    if (!handlers) throw new Error("The worker was stopped.");
    return Promise.all(jobs.map((job) => attempt(handlers, name, job, stopping().signal)));
  });
}

const workOptions = {
  includeMetadata: true,
  perJobResults: true,
  burstWhenBatchFull: true,
  // What a person waits at most before their letter is on its way.
  pollingIntervalSeconds: inSeconds(seconds(1)),
} as const;

/** Writes down how the attempts ended; only these attempts, should another process have taken a job over. */
async function settle(queue: PgBoss, name: JobName, jobs: JobAttempt[], results: JobResult[]): Promise<void> {
  const done = jobs.filter((_, index) => results[index]?.status === "completed");
  if (done.length > 0) await queue.complete(name, done);
  for (const [index, { status, output }] of results.entries()) {
    const job = jobs[index];
    if (job && status === "failed") await queue.fail(name, job, output);
  }
}

/** Does one job. A failure is logged in full, and its row keeps the reference number: the row outlives the log's reader. */
async function attempt<Name extends JobName>(
  handlers: JobHandlers,
  name: Name,
  { id, data, retryCount, retryLimit }: Attempt<Name>,
  signal: AbortSignal,
): Promise<JobResult> {
  const isLastTry = retryCount >= retryLimit;
  try {
    await handlers[name](data, { stopping: signal, isLastTry });
    return { id, status: "completed" };
  } catch (error) {
    const reference = logFault(isLastTry ? "job.given-up" : "job.failed", error);
    return { id, status: "failed", output: { job: name, reference } };
  }
}
