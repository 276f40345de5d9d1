/** Forgets sessions that nobody will ask about any more. */
import { database } from "@/lib/database/connection";
import { before, now } from "@/lib/kernel/clock";
import { days } from "@/lib/kernel/duration";
import { deleteSessions } from "./retention-queries";

/** Long enough to look into a complaint about last quarter; what is told later is in the audit log. */
export const sessionsKeptFor = days(90);

/** Deletes up to `limit` sessions that ran out or ended longer ago; returns how many. */
export function forgetSessions(limit: number): Promise<number> {
  return deleteSessions(database(), before(now(), sessionsKeptFor), limit);
}
