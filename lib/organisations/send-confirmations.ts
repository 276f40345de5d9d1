/** Goes on with a sending: the queue's handler. Any number of workers may do so at once, and any of them may be killed. */
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { after, holds, later, now } from "@/lib/kernel/clock";
import { seconds } from "@/lib/kernel/duration";
import { finishAll } from "@/lib/kernel/finish-all";
import { logInfo } from "@/lib/kernel/log";
import { enqueue } from "@/lib/mail/queue";
import { confirmationLetters } from "./confirmation-letters";
import { backOff, longestSending, mostPutOff, mostServerFailures } from "./resend-job";
import { giveUpWaiting, noticeSizes, putBackAbandoned, takeRecipients } from "./resend-recipient-queries";
import { findUnfinishedJob, lockUnfinished, noteFinished, noteServer } from "./resend-sending-queries";
import { sendBatch } from "./send-confirmation-batch";
import { settler } from "./settle-confirmations";

/** Two batches are under way at once: while one is taken or written down, the other keeps the mail server busy. */
const hands = 2;

/**
 * How many rows are taken at a time. With the slowest server that still counts as answering, both batches take 80 s:
 * shorter than a row may be taken ({@link longestSending}), so that no other worker takes it too.
 */
const batchSize = 20;

/** So many are read at once without anybody noticing. */
const fewRecipients = 1_000;

/** How long one job of the queue works before it makes room for others and goes on as a new one. */
const turn = seconds(30);

/**
 * Sends until the turn is over, nobody waits any more, the mail server takes nothing, or the process is `stopping`; then
 * sees to what is left.
 */
export async function sendConfirmations({ jobId }: { jobId: string }, stopping?: AbortSignal): Promise<void> {
  const job = await findUnfinishedJob(database(), jobId);
  if (!job) return;
  await putBackAbandoned(database(), jobId, now());
  if (job.recipients > fewRecipients) await noticeSizes(database());
  const end = after(now(), turn);
  const sending = { ...job, write: confirmationLetters(job), settle: settler(job), stopping };
  let failures = job.failuresInARow;
  let serverIsAway = false;
  let putOffInARow = 0;
  const goesOn = () =>
    !serverIsAway && putOffInARow < mostPutOff(failures) && holds(end, now()) && !stopping?.aborted;
  const hand = async () => {
    while (goesOn()) {
      // Whoever was put off just now would be put off again: others are looked for whose letters are taken.
      const wanted = { limit: batchSize, onlyNew: putOffInARow > 0, at: now() };
      const taken = await takeRecipients(database(), jobId, wanted);
      if (taken.length === 0) return;
      const server = await sendBatch(sending, taken);
      serverIsAway ||= server.isAway;
      putOffInARow = server.takesLetters ? 0 : putOffInARow + server.putOff;
      if (!server.takesLetters || failures === 0) continue;
      failures = 0;
      await noteServer(database(), jobId, { failuresInARow: 0, nextTryAt: null });
    }
  };
  await finishAll(Array.from({ length: hands }, hand));
  const takesNothing = serverIsAway || putOffInARow > 0;
  return takesNothing ? waitForServer(jobId, failures + 1) : goOnOrFinish(jobId, failures);
}

/** Waits longer each time; at last everybody who waits is given up, for the administrator to see and to try again. */
function waitForServer(jobId: string, failuresInARow: number): Promise<void> {
  return inTransaction(async (trx) => {
    const left = await lockUnfinished(trx, jobId);
    if (!left) return noteFinished(trx, jobId, now());
    if (failuresInARow > mostServerFailures) {
      logInfo("resend.given-up", { jobId });
      await giveUpWaiting(trx, jobId, now());
      await noteServer(trx, jobId, { failuresInARow, nextTryAt: null });
      return noteFinished(trx, jobId, now());
    }
    const nextTryAt = later(after(now(), backOff(failuresInARow)), left.nextAt);
    await noteServer(trx, jobId, { failuresInARow, nextTryAt });
    await enqueue(trx, "resend-confirmations", { jobId }, { startAfter: nextTryAt });
  });
}

/** The last of several workers finishes; until then each goes on when somebody is due, at once or after a while. */
function goOnOrFinish(jobId: string, failuresInARow: number): Promise<void> {
  return inTransaction(async (trx) => {
    const left = await lockUnfinished(trx, jobId);
    if (!left) return noteFinished(trx, jobId, now());
    const startAfter = holds(left.nextAt, now()) ? left.nextAt : undefined;
    const nextTryAt = left.isBeingSent ? null : (startAfter ?? null);
    await noteServer(trx, jobId, { failuresInARow, nextTryAt });
    await enqueue(trx, "resend-confirmations", { jobId }, { startAfter });
  });
}
