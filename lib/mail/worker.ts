/** Does what waits in the queue: all the time in a server, or for a while in a request that a platform's cron makes. */
import type { JobResult, JobWithMetadata } from "pg-boss";
import { now } from "@/lib/kernel/clock";
import { type Duration, inSeconds, seconds } from "@/lib/kernel/duration";
import { logFault } from "@/lib/kernel/log";
import { type JobHandlers, type JobName, type Jobs, jobNames } from "./jobs";
import { openedQueue } from "./queue";

type Attempt<Name extends JobName> = Pick<
  JobWithMetadata<Jobs[Name]>,
  "id" | "data" | "retryCount" | "retryLimit"
>;

// Asked for at each job, so that an edited handler counts in dev without a restart.
const shared = globalThis as typeof globalThis & { twostepJobHandlers?: JobHandlers };

/** How many jobs are fetched, and done side by side: as many as the mail server is given connections, four times. */
const batchSize = 20;

/** Begins to do jobs with `handlers`; called again it only replaces the handlers. The queue must be open. */
export async function startWorker(handlers: JobHandlers): Promise<void> {
  const working = shared.twostepJobHandlers !== undefined;
  shared.twostepJobHandlers = handlers;
  if (!working) for (const name of jobNames) await work(name);
}

/** Stops after the jobs that are being done. */
export async function stopWorker(): Promise<void> {
  shared.twostepJobHandlers = undefined;
  await Promise.all(jobNames.map((name) => openedQueue().offWork(name, { wait: true })));
}

/** Does what waits until nothing is due or `time` is up; returns how many jobs were tried. */
export async function drain(handlers: JobHandlers, time: Duration): Promise<number> {
  const queue = openedQueue();
  const end = now().getTime() + time;
  let tried = 0;
  // Takes back what a killed process left unfinished.
  await queue.supervise();
  for (const name of jobNames) {
    while (now().getTime() < end) {
      const jobs = await queue.fetch<Jobs[typeof name]>(name, { batchSize, includeMetadata: true });
      if (jobs.length === 0) break;
      for (const { id, status, output } of await attemptAll(handlers, name, jobs)) {
        if (status === "completed") await queue.complete(name, id);
        else await queue.fail(name, id, output);
      }
      tried += jobs.length;
    }
  }
  return tried;
}

async function work<Name extends JobName>(name: Name): Promise<void> {
  await openedQueue().work<Jobs[Name], object, typeof workOptions>(name, workOptions, (jobs) => {
    if (!shared.twostepJobHandlers) throw new Error("The worker was stopped.");
    return attemptAll(shared.twostepJobHandlers, name, jobs);
  });
}

const workOptions = {
  batchSize,
  includeMetadata: true,
  perJobResults: true,
  burstWhenBatchFull: true,
  // What a person waits at most before their letter is on its way.
  pollingIntervalSeconds: inSeconds(seconds(1)),
} as const;

function attemptAll<Name extends JobName>(handlers: JobHandlers, name: Name, jobs: Attempt<Name>[]) {
  return Promise.all(jobs.map((job) => attempt(handlers, name, job)));
}

/** Does one job. A failure is logged in full, and its row keeps the reference number: the row outlives the log's reader. */
async function attempt<Name extends JobName>(
  handlers: JobHandlers,
  name: Name,
  { id, data, retryCount, retryLimit }: Attempt<Name>,
): Promise<JobResult> {
  try {
    await handlers[name](data);
    return { id, status: "completed" };
  } catch (error) {
    const reference = logFault(retryCount < retryLimit ? "job.failed" : "job.given-up", error);
    return { id, status: "failed", output: { job: name, reference } };
  }
}
