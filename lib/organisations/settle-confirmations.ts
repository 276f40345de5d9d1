/** Writes down how letters of a sending went: the row, the links, and the audit log, together or not at all. */
import { setTimeout as wait } from "node:timers/promises";
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { milliseconds, seconds } from "@/lib/kernel/duration";
import { gathered } from "@/lib/kernel/gather";
import { isUnavailable } from "@/lib/kernel/unavailable";
import { type LetterEnding, settleLetters } from "./sending-settling-queries";

/** How long an ending waits for others to be written with it: a statement for ten costs little more than one for one. */
const gatherFor = milliseconds(4);

/** Writes down an ending; what comes at about the same time goes in one statement. Resolves when it is committed. */
export type Settle = (ending: LetterEnding) => Promise<void>;

/** For all letters of a sending that one process is at. */
export function settler(sending: { id: string; organisationId: string }): Settle {
  return gathered((endings) => settleAll(sending, endings), gatherFor);
}

/** How often a database that is away is told what it missed, a second apart: the rows are ours for longer than that. */
const mostTellings = 30;

/**
 * Writes down several endings; where the database goes away for a moment, once it is back. Only who has sent the letters
 * knows: to all the others they would still wait, and they went a second time.
 */
export async function settleAll(
  sending: { id: string; organisationId: string },
  endings: LetterEnding[],
): Promise<void> {
  for (let tellings = 1; ; tellings += 1) {
    try {
      return await settleLetters(database(), sending, endings, now());
    } catch (error) {
      if (!isUnavailable(error) || tellings === mostTellings) throw error;
      await wait(seconds(1));
    }
  }
}
