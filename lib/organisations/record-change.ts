/** Writes down what of a user was changed: one audit event for each fact that somebody may look for later. */
import type { AuditEventName } from "@/lib/audit/event";
import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/database/transaction";
import { type Actor, actedBy } from "@/lib/sessions/actor";
import { namedInEvent, type Team } from "./team";
import type { PresentUser } from "./user";
import { changesTo, type UserFields } from "./user-change";

/**
 * Records the difference between `present` and `wanted`; nothing where there is none. Of `teams`, which hold all that
 * either names, also the names: a team may be called otherwise later, or be gone.
 */
export async function recordChange(
  trx: Transaction,
  by: Actor,
  present: PresentUser,
  wanted: UserFields,
  teams: Team[],
): Promise<void> {
  const changes = changesTo(present, wanted);
  const record = (event: AuditEventName, detail?: Record<string, unknown>) =>
    recordEvent(trx, {
      event,
      result: "success",
      ...actedBy(by),
      targetId: present.id,
      ...(detail && { detail }),
    });

  if (changes.deactivated) await record("user.deactivated");
  if (changes.reactivated) await record("user.reactivated");
  if (changes.address) await record("email.changed", { email: [present.email, wanted.email] });
  if (changes.name || changes.spelling || changes.role || changes.teams) {
    await record("user.changed", {
      ...(changes.name && { name: [present.name, wanted.name] }),
      ...(changes.spelling && { email: [present.email, wanted.email] }),
      ...(changes.role && { role: [present.role, wanted.role] }),
      ...(changes.teams && { teams: teamsNamed(present, wanted, teams) }),
    });
  }
}

/** Of before, those that the user leaves come first; of after, those that they join. */
function teamsNamed(present: PresentUser, wanted: UserFields, teams: Team[]) {
  const [before, after] = [new Set(present.teams.map(({ id }) => id)), new Set(wanted.teamIds)];
  return [
    namedInEvent(present.teams, ({ id }) => !after.has(id)),
    namedInEvent(
      teams.filter(({ id }) => after.has(id)),
      ({ id }) => !before.has(id),
    ),
  ];
}
