/** Writes down that somebody asked for what they may not do: the first sign of somebody who tries doors. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import type { Actor } from "@/lib/sessions/actor";
import type { Permission } from "./permission";

/** Records that `by` lacks `permission`, which the page or action at `path` asks for. */
export function recordRefusal(by: Actor, permission: Permission, path: string): Promise<void> {
  return recordEvent(database(), {
    event: "permission.refused",
    result: "refusal",
    organisationId: by.organisationId,
    actorId: by.userId,
    visitor: by.visitor,
    reason: permission,
    // Without the query: what was searched for belongs to nobody's log.
    detail: { page: path.split("?")[0] },
  });
}
