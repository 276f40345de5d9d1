/** Writes down how letters of a sending went: the row, the links, and the audit log, together or not at all. */
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { milliseconds } from "@/lib/kernel/duration";
import { gathered } from "@/lib/kernel/gather";
import { type LetterEnding, settleLetters } from "./sending-settling-queries";

/** How long the first of several waits for company: a statement for ten costs little more than one for one. */
const company = milliseconds(4);

/** Writes down an ending; what comes at about the same time goes in one statement. Resolves when it is committed. */
export type Settle = (ending: LetterEnding) => Promise<void>;

/** For all letters of a sending that one process is at. */
export function settler(sending: { id: string; organisationId: string }): Settle {
  return gathered((endings) => settleAll(sending, endings), company);
}

/** Writes down several endings. */
export function settleAll(
  sending: { id: string; organisationId: string },
  endings: LetterEnding[],
): Promise<void> {
  return settleLetters(database(), sending, endings, now());
}
