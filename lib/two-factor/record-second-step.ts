/** Writes down second steps that failed, about the account behind the pending login. */
import type { AuditEvent } from "@/lib/audit/event";
import type { Reason } from "@/lib/audit/reason";
import { recordEvent } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import type { Visitor } from "@/lib/kernel/visitor";
import type { ProofMethod } from "./method";
import type { PendingLoginState } from "./pending-login";
import type { PendingLoginInFull } from "./pending-login-in-full-queries";

/** What every event of a second step says of its account; of a pending login that is none, nothing. */
export const aboutSecondStep = (
  pending: Pick<PendingLoginInFull, "organisationId" | "userId"> | undefined,
  method: ProofMethod,
  visitor: Visitor,
) => ({
  organisationId: pending?.organisationId ?? null,
  actorId: pending?.userId ?? null,
  targetId: pending?.userId ?? null,
  method,
  visitor,
});

/** A second step that failed for `reason`. */
export function refusedSecondStep(
  pending: PendingLoginInFull | undefined,
  method: ProofMethod,
  reason: Reason,
  visitor: Visitor,
): AuditEvent {
  return {
    ...aboutSecondStep(pending, method, visitor),
    event: "second-step.refused",
    result: "failure",
    reason,
  };
}

/** A code by e-mail that did not go out for `reason`. */
export function undeliveredCode(
  of: Pick<PendingLoginInFull, "organisationId" | "userId">,
  reason: Reason,
  visitor: Visitor,
): AuditEvent {
  return {
    ...aboutSecondStep(of, "email", visitor),
    event: "code.undelivered",
    result: "failure",
    reason,
  };
}

/** Records a second step that failed. */
export function recordRefusal(
  on: Database,
  pending: PendingLoginInFull | undefined,
  method: ProofMethod,
  reason: Reason,
  visitor: Visitor,
): Promise<void> {
  return recordEvent(on, refusedSecondStep(pending, method, reason, visitor));
}

/**
 * Why a code for a pending login in `state` counts for nothing; undefined when it waits for one, or is proven already:
 * then somebody pressed twice, and nothing failed.
 */
export function deadBecause(
  pending: PendingLoginInFull | undefined,
  state: PendingLoginState | "unknown",
): Reason | undefined {
  if (state === "open" || state === "verified" || state === "redeemed") return undefined;
  return pending && !pending.active ? "deactivated" : state;
}
