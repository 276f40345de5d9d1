/** What is written down of a proof that a closed gate refuses unseen: as often as tells of an attack, and no more. */
import type { AuditEvent } from "@/lib/audit/event";
import { eventNow } from "@/lib/audit/record-event";
import type { Visitor } from "@/lib/kernel/visitor";
import type { Gate } from "@/lib/throttle/gate";
import { gateIfClosed } from "@/lib/throttle/spend-limits";
import { limitsOfRecording } from "./door-limits";
import type { RefusedUnseen } from "./refused-unseen-parts";

/** `event`, for the statement in which `gate` may turn out to be closed for `visitor`. */
export async function refusedUnseen(event: AuditEvent, gate: Gate, visitor: Visitor): Promise<RefusedUnseen> {
  return {
    event: eventNow(event),
    recording: await gateIfClosed(gate, limitsOfRecording("unseen", visitor)),
  };
}
