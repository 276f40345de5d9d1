/** Nothing became a session: a press that comes too late, or somebody who tries to get around the second step. */
import type { AuditEvent } from "@/lib/audit/event";
import type { Visitor } from "@/lib/kernel/visitor";

/** What is recorded of it (ASVS 5.0, 16.3.3); whose login it would have been, only a statement may find out. */
export function refusedLogin(reason: "too-many" | "nothing-to-redeem", visitor: Visitor): AuditEvent {
  return {
    event: "login.refused",
    result: "refusal",
    organisationId: null,
    actorId: null,
    visitor,
    reason,
  };
}
