/** Sends the letters of a batch, each handed over, written down, and then forgotten. */
import { forgetUnsentLinks, type MailedLink, makeLinks } from "@/lib/accounts/make-links";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { finishAll } from "@/lib/kernel/finish-all";
import { sendRendered } from "@/lib/mail/send-letter";
import type { LetterWriter } from "./confirmation-letters";
import { putBack, type Taken } from "./resend-recipient-queries";
import { type Ending, settleRecipients } from "./resend-settling-queries";
import { type Settle, settleAll } from "./settle-confirmations";

/** What a worker needs for the letters of one sending. */
export type Sending = {
  id: string;
  organisationId: string;
  write: LetterWriter;
  settle: Settle;
};

type Addressed = Taken & { link: MailedLink };

/** As many letters of a batch are under way at once as there are connections to the mail server. */
const lanes = 5;

/**
 * Sends to `taken`. Killed at any moment, each lane has at most two letters that are sent and not written down, and one
 * with the server. When the server did not answer for as many letters in a row as there are lanes, or for any at all,
 * it is away: then those rows wait again as if they had not been taken. To be told to come back later is no answer.
 */
export async function sendBatch(sending: Sending, taken: Taken[]): Promise<{ serverAnswered: boolean }> {
  await leaveOut(sending, taken);
  const due = taken.filter(needsLetter);
  if (due.length === 0) return { serverAnswered: true };
  const links = await makeLinks("activation", due);
  const queue = due.map((recipient, index) => ({ ...recipient, link: links[index] as MailedLink }));
  const unanswered: Addressed[] = [];
  let silence = 0;
  let answers = 0;

  const lane = async () => {
    // Two behind: while one is being written down, the mail server has the next.
    let [earlier, written] = [Promise.resolve(), Promise.resolve()];
    for (let next = queue.shift(); next; next = silence < lanes ? queue.shift() : undefined) {
      const { position, link } = next;
      const sent = await sendRendered(next.email, await sending.write(next, link));
      await earlier;
      if (!sent.ok && sent.code !== "mail-refused") {
        unanswered.push(next);
        silence += 1;
        continue;
      }
      answers += 1;
      silence = 0;
      [earlier, written] = [written, sending.settle({ position, link, is: sent.ok ? "sent" : "refused" })];
    }
    await Promise.all([earlier, written]);
  };
  await finishAll(Array.from({ length: lanes }, lane));

  const serverAnswered = answers > 0 && silence < lanes;
  await afterSilence(sending, serverAnswered, unanswered, queue);
  return { serverAnswered };
}

const needsLetter = ({ status, emailConfirmedAt }: Taken) => status === "active" && !emailConfirmedAt;

/** Whoever was confirmed or deactivated since the start needs no e-mail any more. */
async function leaveOut({ id }: Sending, taken: Taken[]): Promise<void> {
  const endings = taken
    .filter((recipient) => !needsLetter(recipient))
    .map(({ position, emailConfirmedAt }): Ending => {
      return { position, is: "left-out", reason: emailConfirmedAt ? "confirmed" : "deactivated" };
    });
  if (endings.length > 0) await settleRecipients(database(), id, endings, now());
}

/**
 * What got no answer is charged with a try, if the server answered for others, now or when it was tried before. Else it
 * is put back untouched, with what was not begun.
 */
async function afterSilence(
  sending: Sending,
  serverAnswered: boolean,
  unanswered: Addressed[],
  notBegun: Addressed[],
): Promise<void> {
  const charged = unanswered.filter(({ tries }) => serverAnswered || tries > 0);
  const untouched = [...unanswered.filter((recipient) => !charged.includes(recipient)), ...notBegun];
  if (charged.length > 0) {
    await settleAll(
      sending,
      charged.map(({ position, link }) => ({ position, link, is: "unreachable" as const })),
    );
  }
  if (untouched.length === 0) return;
  const positions = untouched.map(({ position }) => position);
  const unsent = untouched.map(({ link }) => link);
  await inTransaction(async (trx) => {
    await putBack(trx, sending.id, positions, now());
    await forgetUnsentLinks(unsent, trx);
  });
}
