/**
 * "Resend E-mail confirmations": one sending to many, how far it is, and how it waits for a mail server. What is stored of
 * it, in its table, the queue and the audit log, calls it a job, and so does its address.
 */
import { type Duration, hours, milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { longestLetter } from "@/lib/mail/jobs";

/** How a recipient stands. `sending` means that a worker has taken the row and will say soon how it went. */
export type RecipientState = "waiting" | "sending" | "sent" | "left-out" | "failed";

/** The states in the order in which results are shown: what failed comes first. */
export const recipientStates: RecipientState[] = ["failed", "sent", "sending", "waiting", "left-out"];

/** The place of a result among the others. */
export type ResultPlace = { state: RecipientState; position: number };

/** A place as an address carries it: `sent.120`. */
export function placeText({ state, position }: ResultPlace): string {
  return `${state}.${position}`;
}

/** The place that `text` names, or null. */
export function readPlaceText(text: string | null): ResultPlace | null {
  const [, given, position] = /^([a-z-]+)\.(-?\d{1,9})$/.exec(text ?? "") ?? [];
  const state = recipientStates.find((known) => known === given);
  return state ? { state, position: Number(position) } : null;
}

/** Why somebody who was shown gets no e-mail. */
export type LeftOutReason = "confirmed" | "deactivated" | "waiting-already" | "sent-meanwhile";

/** Why a recipient gets none when their turn comes: many sendings to one person, one after the other, fill no mailbox. */
export type LeftOutLaterReason = "confirmed" | "deactivated" | "mailed-enough";

/** Why an e-mail could not be sent: the server refused it, or took it at none of its tries. */
type FailureReason = "refused" | "unreachable";

export type RecipientReason = LeftOutReason | LeftOutLaterReason | FailureReason;

/** Whom a sending would reach, and who is shown but left out, by reason. */
export type SendingPreview = { recipients: number; leftOut: Record<LeftOutReason, number> };

/** How many users are shown in all. */
export function usersShown({ recipients, leftOut }: SendingPreview): number {
  return recipients + usersLeftOut(leftOut);
}

/** How many users are left out, for all reasons together. */
export function usersLeftOut(leftOut: Record<LeftOutReason, number>): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, 0);
}

/** How many of those left out at the start are listed by name; the rest is counted. */
export const mostListed = 1_000;

/** How a sending stands. */
export type Sending = {
  id: string;
  startedAt: Date;
  startedBy: string;
  recipients: number;
  /** Left out at the start, by reason. */
  leftOut: Record<LeftOutReason, number>;
  /** When the mail server is tried again that took no letter for those who still wait; null while it takes some. */
  nextTryAt: Date | null;
  finishedAt: Date | null;
};

/** Its recipients by state; `leftOut` are those who were to get none when their turn came. */
export type SendingProgress = { waiting: number; sent: number; failed: number; leftOut: number };

/**
 * Those in the list of a sending whom whoever looks at it may not see any more, and how many of them have failed. The
 * numbers above are the sending's own and hold them, too: whoever started it knew how many they were.
 */
export type Unseen = { users: number; failed: number };

/** How many recipients need nothing more to be done. */
export function settled({ sent, failed, leftOut }: SendingProgress): number {
  return sent + failed + leftOut;
}

/**
 * How long one address is left alone after its first and its second try, while the server takes letters for others: a
 * greylist takes after some minutes what it has put off (RFC 6647), anybody else after half an hour (RFC 5321, 4.5.4.1).
 */
export const pauses = [minutes(5), minutes(30)];

/** How often one address is tried while the server takes letters for others. */
export const mostTries = pauses.length + 1;

/**
 * How often in a row the server itself may fail, or put everybody off; with the delays below it is given up after about
 * six hours.
 */
export const mostServerFailures = 14;

/**
 * How many letters a server may put off in a row, and take none, before it is left alone for a while. Some addresses may
 * be put off for good, and it may take those of all others: with twice as many after each wait, a hundred thousand have
 * been asked for before anybody is given up.
 */
export function mostPutOff(failuresInARow: number): number {
  return 40 * 2 ** failuresInARow;
}

/** How long to wait after so many failures of the server in a row: 10 s, doubling, one hour at most. */
export function backOff(failuresInARow: number): Duration {
  const doubled = seconds(10) * 2 ** Math.max(0, failuresInARow - 1);
  return milliseconds(Math.min(doubled, hours(1)));
}

/** A row that was taken longer ago than this belonged to a process that was killed. */
export const longestSending = longestLetter;
