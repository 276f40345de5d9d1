/** The catalogue of audit events: what is written down, always as `noun.past-participle`. */
import type { MethodName } from "@/lib/database/schema";
import type { Visitor } from "@/lib/kernel/visitor";
import type { Reason } from "./reason";

/** By what they are about: what somebody filters by before they know an event's name. */
export const eventsByGroup = {
  logins: [
    "password.accepted",
    "password.refused",
    "code.sent",
    "code.undelivered",
    "second-step.passed",
    "second-step.refused",
    "login.completed",
    "login.cancelled",
    "login.refused",
    "login.unfinished",
    "step-up.completed",
    "session.ended",
    "help.requested",
  ],
  accounts: [
    "password.changed",
    "password.reset-requested",
    "password.reset",
    "password.reset-refused",
    "email.confirmed",
    "email.changed",
    "activation.requested",
    "activation.sent",
    "activation.undelivered",
    "activation.refused",
    "letter.undelivered",
    "confirmations.resent",
  ],
  "two-factor": [
    "enrolment.begun",
    "authenticator.enabled",
    "authenticator.replaced",
    "authenticator.refused",
    "authenticator.removed",
    "email-method.enabled",
    "email-method.disabled",
    "preferred-method.changed",
    "browser.forgotten",
    "recovery-codes.made",
    "two-factor.reset",
  ],
  administration: [
    "settings.changed",
    "team.added",
    "team.renamed",
    "team.deleted",
    "user.added",
    "user.changed",
    "user.deactivated",
    "user.reactivated",
    "users.exported",
    "audit.exported",
    "permission.refused",
  ],
} as const;

export type EventGroup = keyof typeof eventsByGroup;

export type AuditEventName = (typeof eventsByGroup)[EventGroup][number];

export const eventGroups = Object.keys(eventsByGroup) as EventGroup[];

export const auditEvents: AuditEventName[] = Object.values(eventsByGroup).flat();

/** What the product does by itself: nobody acts at that moment, and whoever asked for it is in another event. */
export const eventsOfTheSystem: readonly AuditEventName[] = [
  "activation.sent",
  "activation.undelivered",
  "letter.undelivered",
  "login.unfinished",
];

/** Who did what to whom, from where. Never a code, token, password or secret (ASVS 5.0, 16.2.5). */
export type AuditEvent = {
  event: AuditEventName;
  result: "success" | "failure" | "refusal";
  organisationId: string | null;
  /** Who acted; null when nobody had proven who they are, or the product did it by itself. */
  actorId: string | null;
  /** Whose account it is about. */
  targetId?: string | null;
  visitor?: Visitor;
  method?: MethodName | "password";
  /** One of ours, said in the reader's language; or as it is what an administrator typed, or a permission's name. */
  reason?: Reason | { verbatim: string };
  detail?: Record<string, unknown>;
};
