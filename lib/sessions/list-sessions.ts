/** Lists where somebody is logged in. */
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import type { Actor } from "./actor";
import { listUnended } from "./queries";
import { isIdle, type Role, type SessionRow } from "./session";

/** The live sessions of the user `id`, last seen first. */
export async function listLiveSessions({ id, role }: { id: string; role: Role }): Promise<SessionRow[]> {
  const at = now();
  const rows = await listUnended(database(), id, at);
  return rows.filter(({ lastSeenAt }) => !isIdle(role, lastSeenAt, at));
}

/** One's own, the present one marked. */
export async function listOwnSessions(by: Actor): Promise<(SessionRow & { isThisOne: boolean })[]> {
  const rows = await listLiveSessions({ id: by.userId, role: by.role });
  return rows.map((row) => ({ ...row, isThisOne: row.id === by.sessionId }));
}
