/** Audit events by what they are about: what somebody filters by before they know an event's name. */
import type { AuditEventName } from "./event";

export const eventGroups = ["logins", "accounts", "two-factor", "administration"] as const;

export type EventGroup = (typeof eventGroups)[number];

/** Written for every event, so that one that is in no group does not compile. */
const groupOf: Record<AuditEventName, EventGroup> = {
  "password.accepted": "logins",
  "password.refused": "logins",
  "code.sent": "logins",
  "code.undelivered": "logins",
  "second-step.passed": "logins",
  "second-step.refused": "logins",
  "login.completed": "logins",
  "login.cancelled": "logins",
  "login.refused": "logins",
  "login.unfinished": "logins",
  "step-up.completed": "logins",
  "session.ended": "logins",
  "help.requested": "logins",
  "password.changed": "accounts",
  "password.reset-requested": "accounts",
  "password.reset": "accounts",
  "password.reset-refused": "accounts",
  "email.confirmed": "accounts",
  "email.changed": "accounts",
  "activation.requested": "accounts",
  "activation.sent": "accounts",
  "activation.refused": "accounts",
  "confirmations.resent": "accounts",
  "enrolment.begun": "two-factor",
  "authenticator.enabled": "two-factor",
  "authenticator.replaced": "two-factor",
  "authenticator.refused": "two-factor",
  "authenticator.removed": "two-factor",
  "email-method.enabled": "two-factor",
  "email-method.disabled": "two-factor",
  "preferred-method.changed": "two-factor",
  "recovery-codes.made": "two-factor",
  "two-factor.reset": "two-factor",
  "settings.changed": "administration",
  "team.added": "administration",
  "team.renamed": "administration",
  "team.deleted": "administration",
  "user.added": "administration",
  "user.changed": "administration",
  "user.deactivated": "administration",
  "user.reactivated": "administration",
  "users.exported": "administration",
  "audit.exported": "administration",
  "permission.refused": "administration",
};

/** The events of `group`, in the order of the catalogue. */
export function eventsIn(group: EventGroup): AuditEventName[] {
  const all = Object.keys(groupOf) as AuditEventName[];
  return all.filter((event) => groupOf[event] === group);
}
