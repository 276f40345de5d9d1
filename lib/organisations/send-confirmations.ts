/** Goes on with a sending: the queue's handler. Any number of workers may do so at once, and any of them may be killed. */
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { after, holds, later, now } from "@/lib/kernel/clock";
import { seconds } from "@/lib/kernel/duration";
import { finishAll } from "@/lib/kernel/finish-all";
import { logInfo } from "@/lib/kernel/log";
import { enqueue } from "@/lib/mail/queue";
import { confirmationLetters } from "./confirmation-letters";
import { type SendingAtWork, sendBatch } from "./send-confirmation-batch";
import { backOff, mostPutOff, mostServerFailures } from "./sending";
import { findUnfinishedSending, lockUnfinished, noteFinished, noteServer } from "./sending-queries";
import { giveUpWaiting, noticeSizes, putBackAbandoned, takeRecipients } from "./sending-recipient-queries";
import { settler } from "./settle-confirmations";

/** Two batches are under way at once: while one is taken or written down, the other keeps the mail server busy. */
const hands = 2;

/** How many rows are taken at a time. */
const batchSize = 20;

/** So many are read at once without anybody noticing. */
const fewRecipients = 1_000;

/** How long one job of the queue begins letters; then it makes room for other sendings, and goes on as a new one. */
const longestTurn = seconds(10);

/** What a worker has learned of the mail server in its turn. */
type Turn = {
  /** How often in a row the server failed, or put everybody off, in this turn and before. */
  failures: number;
  serverIsAway: boolean;
  /** How many letters in a row it has put off, and taken none. */
  putOff: number;
};

/**
 * Sends until the turn is over, nobody waits any more, the mail server takes nothing, or the process is `stopping`; then
 * sees to what is left.
 */
export async function sendConfirmations(
  { jobId: sendingId }: { jobId: string },
  stopping?: AbortSignal,
): Promise<void> {
  const unfinished = await findUnfinishedSending(database(), sendingId);
  if (!unfinished) return;
  await putBackAbandoned(database(), sendingId, now());
  if (unfinished.recipients > fewRecipients) await noticeSizes(database());
  const turnIsOver = AbortSignal.timeout(longestTurn);
  const sending = {
    ...unfinished,
    write: confirmationLetters(unfinished),
    settle: settler(unfinished),
    stopping: stopping ? AbortSignal.any([stopping, turnIsOver]) : turnIsOver,
  };
  const turn: Turn = {
    failures: unfinished.failuresInARow,
    serverIsAway: false,
    putOff: 0,
  };
  await finishAll(Array.from({ length: hands }, () => sendBatches(sending, turn)));
  const takesNothing = turn.serverIsAway || turn.putOff > 0;
  const end = takesNothing ? waitForServer : goOnOrFinish;
  return inTransaction((trx) => end(trx, sendingId, turn.failures));
}

/** One hand: takes and sends batch after batch, as long as that leads anywhere. */
async function sendBatches(sending: SendingAtWork, turn: Turn): Promise<void> {
  while (goesOn(turn) && !sending.stopping.aborted) {
    // Whoever was put off just now would be put off again: others are looked for whose letters are taken.
    const wanted = { limit: batchSize, onlyNew: turn.putOff > 0, at: now() };
    const taken = await takeRecipients(database(), sending.id, wanted);
    if (taken.length === 0) return;
    const server = await sendBatch(sending, taken);
    turn.serverIsAway ||= server.isAway;
    turn.putOff = server.takesLetters ? 0 : turn.putOff + server.putOff;
    if (!server.takesLetters || turn.failures === 0) continue;
    turn.failures = 0;
    await noteServer(database(), sending.id, { failuresInARow: 0, nextTryAt: null });
  }
}

const goesOn = ({ failures, serverIsAway, putOff }: Turn) => !serverIsAway && putOff < mostPutOff(failures);

/**
 * Waits longer each time; at last everybody who waits is given up, for the administrator to see and to try again. What was
 * noted of the server meanwhile comes first: it has taken letters of another worker, or the failed are tried again.
 */
async function waitForServer(trx: Transaction, sendingId: string, failuresBefore: number): Promise<void> {
  const left = await lockUnfinished(trx, sendingId);
  if (!left) return noteFinished(trx, sendingId, now());
  // A worker that starts puts a sending that another is at into the queue once more: all of its jobs share one wait, and
  // count its failure once. Else a server that is away for hours would be given up the sooner the more there are.
  if (left.nextTryAt && holds(left.nextTryAt, now())) return goOn(trx, sendingId, left.nextTryAt);
  const failuresInARow = Math.min(failuresBefore, left.failuresInARow) + 1;
  if (failuresInARow > mostServerFailures) {
    logInfo("resend.given-up", { jobId: sendingId });
    await giveUpWaiting(trx, sendingId, now());
    await noteServer(trx, sendingId, { failuresInARow, nextTryAt: null });
    // There may be rows still that a worker has taken, and was killed.
    return goOnOrFinish(trx, sendingId, failuresInARow);
  }
  const nextTryAt = later(after(now(), backOff(failuresInARow)), left.nextAt);
  await noteServer(trx, sendingId, { failuresInARow, nextTryAt });
  return goOn(trx, sendingId, nextTryAt);
}

/** The last of several workers finishes; until then each goes on when somebody is due, at once or after a while. */
async function goOnOrFinish(trx: Transaction, sendingId: string, failuresBefore: number): Promise<void> {
  const left = await lockUnfinished(trx, sendingId);
  if (!left) return noteFinished(trx, sendingId, now());
  const startAfter = holds(left.nextAt, now()) ? left.nextAt : undefined;
  const nextTryAt = left.isBeingSent ? null : (startAfter ?? null);
  const failuresInARow = Math.min(failuresBefore, left.failuresInARow);
  await noteServer(trx, sendingId, { failuresInARow, nextTryAt });
  return goOn(trx, sendingId, startAfter);
}

function goOn(trx: Transaction, sendingId: string, startAfter: Date | undefined): Promise<void> {
  return enqueue(trx, "resend-confirmations", { jobId: sendingId }, { startAfter });
}
