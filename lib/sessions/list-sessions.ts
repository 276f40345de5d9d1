/** Lists where somebody is logged in. */
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import type { Actor } from "./actor";
import { listUnended, type SessionRow } from "./queries";
import { isIdle } from "./session";

/** One's own live sessions, the present one marked, last seen first. */
export async function listOwnSessions(by: Actor): Promise<(SessionRow & { isThisOne: boolean })[]> {
  const at = now();
  const rows = await listUnended(database(), by.userId, at);
  return rows
    .filter((row) => !isIdle(by.role, row.lastSeenAt, at))
    .map((row) => ({ ...row, isThisOne: row.id === by.sessionId }));
}
