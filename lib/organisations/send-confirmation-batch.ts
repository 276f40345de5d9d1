/** Sends the letters of a batch, each handed over, written down, and then forgotten. */
import { forgetUnsentLinks, type MailedLink, makeLinks } from "@/lib/accounts/make-links";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { finishAll } from "@/lib/kernel/finish-all";
import { type MailRefusal, sendRendered } from "@/lib/mail/send-letter";
import { connections } from "@/lib/mail/transport";
import type { LetterWriter } from "./confirmation-letters";
import type { LeftOutLaterReason } from "./resend-job";
import { putBack, type Taken } from "./resend-recipient-queries";
import { type Ending, settleRecipients } from "./resend-settling-queries";
import { type Settle, settleAll } from "./settle-confirmations";

/** What a worker needs for the letters of one sending. */
export type Sending = {
  id: string;
  organisationId: string;
  write: LetterWriter;
  settle: Settle;
  /** Says that the process is to end: nothing more is begun then. */
  stopping: AbortSignal | undefined;
};

type Addressed = Taken & { link: MailedLink };

/** A letter that was not taken, and why. */
type Untaken = Addressed & { code: MailRefusal["code"] };

/** How the mail server behaved: a server that is there may still take no letters, and put them off. */
type Behaviour = { isAway: boolean; takesLetters: boolean; putOff: number };

/** As many letters of a batch are under way at once as there are connections to the mail server. */
const lanes = connections;

/**
 * Sends to `taken`. Killed at any moment, each lane has at most two letters that are sent and not written down, and one
 * with the server. When the server did not answer for as many letters in a row as there are lanes, or for any at all,
 * it is away: then what was not begun waits again as if it had not been taken, and so it does where the process is to end.
 */
export async function sendBatch(sending: Sending, taken: Taken[]): Promise<Behaviour> {
  await leaveOut(sending, taken);
  const due = taken.filter((recipient) => !reasonAgainst(recipient));
  if (due.length === 0) return { isAway: false, takesLetters: false, putOff: 0 };
  const links = await makeLinks("activation", due);
  const queue = due.map((recipient, index) => ({ ...recipient, link: links[index] as MailedLink }));
  const untaken: Untaken[] = [];
  let silence = 0;
  let answers = 0;
  let putOff = 0;

  const following = () => (silence < lanes && !sending.stopping?.aborted ? queue.shift() : undefined);
  const lane = async () => {
    // Two behind: while one is being written down, the mail server has the next.
    let [earlier, written] = [Promise.resolve(), Promise.resolve()];
    for (let next = following(); next; next = following()) {
      const { position, link } = next;
      const sent = await sendRendered(next.email, await sending.write(next, link));
      await earlier;
      const isPutOff = !sent.ok && sent.code === "mail-deferred";
      const isSettled = sent.ok || sent.code === "mail-refused";
      silence = isSettled || isPutOff ? 0 : silence + 1;
      if (isPutOff) putOff += 1;
      if (!isSettled) {
        untaken.push({ ...next, code: sent.code });
        continue;
      }
      answers += 1;
      [earlier, written] = [written, sending.settle({ position, link, is: sent.ok ? "sent" : "refused" })];
    }
    await Promise.all([earlier, written]);
  };
  await finishAll(Array.from({ length: lanes }, lane));

  const takesLetters = answers > 0 && silence < lanes;
  await settleUntaken(sending, takesLetters, untaken);
  await putBackUnbegun(sending, queue);
  const isAway = silence >= lanes || (untaken.length > 0 && answers + putOff === 0);
  return { isAway, takesLetters, putOff };
}

/** Whoever was confirmed or deactivated since the start needs no e-mail any more. */
function reasonAgainst({ emailConfirmedAt, status, mailedEnough }: Taken): LeftOutLaterReason | undefined {
  if (emailConfirmedAt) return "confirmed";
  if (status !== "active") return "deactivated";
  return mailedEnough ? "mailed-enough" : undefined;
}

async function leaveOut({ id }: Sending, taken: Taken[]): Promise<void> {
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
async function settleUntaken(sending: Sending, takesLetters: boolean, untaken: Untaken[]): Promise<void> {
  if (untaken.length === 0) return;
  await settleAll(
    sending,
    untaken.map(({ position, link, tries, code }) => {
      const is = takesLetters || tries > 0 ? "unreachable" : "put-off";
      return { position, link, is, mayHaveArrived: code === "mail-unanswered" };
    }),
  );
}

async function putBackUnbegun(sending: Sending, unbegun: Addressed[]): Promise<void> {
  if (unbegun.length === 0) return;
  const positions = unbegun.map(({ position }) => position);
  const unsent = unbegun.map(({ link }) => link);
  await inTransaction(async (trx) => {
    await putBack(trx, sending.id, positions, now());
    await forgetUnsentLinks(unsent, trx);
  });
}
