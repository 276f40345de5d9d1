/** Writes down that somebody asked for what they may not do: the first sign of somebody who tries doors. */
import type { AuditEvent } from "@/lib/audit/event";
import { recordEvent } from "@/lib/audit/record-event";
import { type Database, database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { type Actor, actedBy } from "@/lib/sessions/actor";
import { spendLimits } from "@/lib/throttle/spend-limits";
import type { Permission } from "./permission";
import { namedInEvent } from "./team";
import { wereTeams } from "./team-queries";
import type { FieldRefusal, UserFields } from "./user-change";

/** Records that `by` lacks `permission`, which the page or action at `path` asks for. */
export function recordRefusal(by: Actor, permission: Permission, path: string): Promise<void> {
  // Without the query: what was searched for belongs to nobody's log.
  return record(database(), by, { reason: { verbatim: permission }, detail: { page: path.split("?")[0] } });
}

/** Why somebody may not do to a user what their permission is for: the reason that the audit log gives. */
export type RefusalReason = Extract<
  FieldRefusal["code"],
  "role-not-yours-to-give" | "team-unknown" | "second-step-missing"
>;

/** Records that `by` may not do to the user `targetId` (null for a new one) what they asked for. */
export function recordRefusalAbout(
  trx: Transaction,
  by: Actor,
  targetId: string | null,
  reason: RefusalReason,
  detail?: Record<string, unknown>,
): Promise<void> {
  return record(trx, by, { targetId, reason, ...(detail && { detail }) });
}

/** As often as tells of somebody who tries doors: whoever does so all day would fill a log of which nothing is deleted. */
async function record(
  on: Database,
  by: Actor,
  what: Pick<AuditEvent, "targetId" | "reason" | "detail">,
): Promise<void> {
  const allowed = await spendLimits(
    [{ limit: "refusals-recorded-per-user", of: `permission ${by.userId}` }],
    on,
  );
  if (!allowed.ok) return;
  await recordEvent(on, { event: "permission.refused", result: "refusal", ...actedBy(by), ...what });
}

/**
 * Records a role or teams that were not `by`'s to give, and a change that asks for more than a password. What was
 * forgotten, needs a fresh proof first, or names a team that was deleted while the form was open, is no such try.
 */
export async function recordOverreach(
  trx: Transaction,
  by: Actor,
  targetId: string | null,
  refusal: FieldRefusal,
  { role, teamIds }: UserFields,
): Promise<void> {
  const { code } = refusal;
  if (code === "role-not-yours-to-give") await recordRefusalAbout(trx, by, targetId, code, { role });
  if (code === "team-unknown" && !(await wereTeams(trx, by.organisationId, refusal.unknown))) {
    const teams = namedInEvent(teamIds, (id) => refusal.unknown.includes(id));
    await recordRefusalAbout(trx, by, targetId, code, { teams });
  }
  if (code === "second-step-missing")
    await recordRefusalAbout(trx, by, targetId, code, { field: refusal.field });
}
