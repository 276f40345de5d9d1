/** Sends the letters of a batch, each handed over, written down, and then forgotten. */
import { forgetUnsentLinks, type MailedLink, makeLinks } from "@/lib/accounts/make-links";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { finishAll } from "@/lib/kernel/finish-all";
import { type MailRefusal, sendInTurn } from "@/lib/mail/send-letter";
import { connections } from "@/lib/mail/transport";
import type { LetterWriter } from "./confirmation-letters";
import type { LeftOutLaterReason } from "./sending";
import { putBack, type Taken } from "./sending-recipient-queries";
import { type Ending, type LetterEnding, settleRecipients } from "./sending-settling-queries";
import { type Settle, settleAll } from "./settle-confirmations";

/** What a worker needs for the letters of one sending. */
export type SendingAtWork = {
  id: string;
  organisationId: string;
  write: LetterWriter;
  settle: Settle;
  /** Says that the turn is over or the process is to end: nothing more is begun then. */
  stopping: AbortSignal;
};

type Addressed = Taken & { link: MailedLink };

/** A letter that was not taken, and why. */
type Untaken = Addressed & { code: MailRefusal["code"] };

/** Those of a batch who have a letter to come, and how the mail server has answered up to now. */
type Batch = {
  /** Not begun yet. */
  queue: Addressed[];
  untaken: Untaken[];
  /** How many letters it took, or refused for good. */
  answers: number;
  putOff: number;
  /** For how many letters in a row it gave no answer. */
  silence: number;
};

/** How the mail server behaved: a server that is there may still take no letters, and put them off. */
type Behaviour = { isAway: boolean; takesLetters: boolean; putOff: number };

/** As many letters of a batch are under way at once as there are connections to the mail server. */
const lanes = connections;

/**
 * Sends to `taken`. Killed at any moment, each lane has at most two letters that are sent and not written down, and one
 * with the server. When the server did not answer for as many letters in a row as there are lanes, or for any at all,
 * it is away: then what was not begun waits again as if it had not been taken, and so it does where nothing more is to
 * be begun.
 */
export async function sendBatch(sending: SendingAtWork, taken: Taken[]): Promise<Behaviour> {
  await leaveOut(sending, taken);
  const due = taken.filter((recipient) => !reasonAgainst(recipient));
  if (due.length === 0) return { isAway: false, takesLetters: false, putOff: 0 };
  const links = await makeLinks("activation", due);
  const queue = due.map((recipient, index) => ({ ...recipient, link: links[index] as MailedLink }));
  const batch: Batch = { queue, untaken: [], answers: 0, putOff: 0, silence: 0 };
  await finishAll(Array.from({ length: lanes }, () => sendInLane(sending, batch)));
  const behaviour = behaviourIn(batch);
  await settleUntaken(sending, behaviour.takesLetters, batch.untaken);
  await putBackUnbegun(sending, batch.queue);
  return behaviour;
}

/** One lane: sends letter after letter, until nobody waits, the server is away or nothing more is to be begun. */
async function sendInLane(sending: SendingAtWork, batch: Batch): Promise<void> {
  const following = () => (isSilent(batch) || sending.stopping.aborted ? undefined : batch.queue.shift());
  // Two behind: while one is being written down, the mail server has the next.
  let [earlier, written] = [Promise.resolve(), Promise.resolve()];
  for (let next = following(); next; next = following()) {
    const sent = await sendInTurn(next.email, await sending.write(next, next.link));
    await earlier;
    const ending = noteAnswer(batch, next, sent.ok ? "taken" : sent.code);
    if (ending) [earlier, written] = [written, sending.settle(ending)];
  }
  await Promise.all([earlier, written]);
}

/** Notes what the server said to the letter of `recipient`; returns how that ended, unless it is to be tried again. */
function noteAnswer(
  batch: Batch,
  recipient: Addressed,
  answer: "taken" | MailRefusal["code"],
): LetterEnding | undefined {
  const { position, link } = recipient;
  if (answer === "taken" || answer === "mail-refused") {
    batch.silence = 0;
    batch.answers += 1;
    return { position, link, is: answer === "taken" ? "sent" : "refused" };
  }
  const isPutOff = answer === "mail-deferred";
  batch.silence = isPutOff ? 0 : batch.silence + 1;
  batch.putOff += isPutOff ? 1 : 0;
  batch.untaken.push({ ...recipient, code: answer });
  return undefined;
}

/** Whether the server is away: it leaves every lane without an answer. */
const isSilent = ({ silence }: Batch) => silence >= lanes;

function behaviourIn(batch: Batch): Behaviour {
  const { untaken, answers, putOff } = batch;
  const answersNothing = untaken.length > 0 && answers + putOff === 0;
  return {
    isAway: isSilent(batch) || answersNothing,
    takesLetters: answers > 0 && !isSilent(batch),
    putOff,
  };
}

/** Why a recipient gets no e-mail after all; most were confirmed or deactivated since the start. */
function reasonAgainst({ emailConfirmedAt, status, mailedEnough }: Taken): LeftOutLaterReason | undefined {
  if (emailConfirmedAt) return "confirmed";
  if (status !== "active") return "deactivated";
  return mailedEnough ? "mailed-enough" : undefined;
}

async function leaveOut({ id }: SendingAtWork, taken: Taken[]): Promise<void> {
  const endings = taken.flatMap((recipient): Ending[] => {
    const reason = reasonAgainst(recipient);
    return reason ? [{ position: recipient.position, is: "left-out", reason }] : [];
  });
  if (endings.length > 0) await settleRecipients(database(), id, endings, now());
}

/**
 * Lets letters that were not taken be tried again after all others: the same ones, tried first each time, would keep them
 * from theirs. It costs a try where the server took others, now or when this one was tried before.
 */
async function settleUntaken(
  sending: SendingAtWork,
  takesLetters: boolean,
  untaken: Untaken[],
): Promise<void> {
  if (untaken.length === 0) return;
  await settleAll(
    sending,
    untaken.map(({ position, link, tries, code }) => {
      const is = takesLetters || tries > 0 ? "unreachable" : "put-off";
      return { position, link, is, mayHaveArrived: code === "mail-unanswered" };
    }),
  );
}

async function putBackUnbegun(sending: SendingAtWork, unbegun: Addressed[]): Promise<void> {
  if (unbegun.length === 0) return;
  const positions = unbegun.map(({ position }) => position);
  const unsent = unbegun.map(({ link }) => link);
  await inTransaction(async (trx) => {
    await putBack(trx, sending.id, positions, now());
    await forgetUnsentLinks(unsent, trx);
  });
}
