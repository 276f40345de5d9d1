/** Adds, renames and deletes teams. Their members keep their accounts; what their managers see follows at once. */
import type { AuditEvent, AuditEventName } from "@/lib/audit/event";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { isTakenIn } from "@/lib/database/unique-violation";
import { isId } from "@/lib/kernel/id";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { actedBy } from "@/lib/sessions/actor";
import { holdSession } from "@/lib/sessions/hold-session";
import type { Permitted } from "./permission";
import { mostTeams } from "./team";
import { countTeams, deleteTeamRow, insertTeam, lockTeamName, putTeamName } from "./team-queries";

type By = Permitted<"settings.edit">;

/** Adds a team called `name`; not where there are {@link mostTeams} already. */
export function addTeam(
  by: By,
  name: string,
): Promise<Result<{ id: string }, { code: "name-taken" | "too-many-teams" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    if ((await countTeams(trx, by.organisationId)) >= mostTeams) return refuse("too-many-teams");
    const id = randomId();
    const added = await insertTeam(trx, { id, name, organisationId: by.organisationId });
    if (!added) return refuse("name-taken");
    await record(trx, by, "team.added", { team: name });
    return ok({ id });
  });
}

/** Calls the team `id` `name` from now on. */
export function renameTeam(
  by: By,
  id: string,
  name: string,
): Promise<Result<undefined, { code: "not-found" | "name-taken" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    const present = isId(id) ? await lockTeamName(trx, by.organisationId, id) : undefined;
    if (present === undefined) return refuse("not-found");
    if (present === name) return ok();
    await putTeamName(trx, { id, name });
    await record(trx, by, "team.renamed", { team: [present, name] });
    return ok();
  }).catch((error) => {
    if (isTakenIn("teams_name", error)) return refuse("name-taken");
    throw error;
  });
}

/** Deletes the team `id`. */
export function deleteTeam(
  by: By,
  id: string,
): Promise<Result<undefined, { code: "not-found" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    const name = isId(id) ? await deleteTeamRow(trx, by.organisationId, id) : undefined;
    if (name === undefined) return refuse("not-found");
    // By the id, too: other events name the team by it alone, and a form that was open asks what became of it.
    await record(trx, by, "team.deleted", { team: name, id });
    return ok();
  });
}

function record(trx: Transaction, by: By, event: AuditEventName, detail: AuditEvent["detail"]) {
  return recordEvent(trx, { event, result: "success", ...actedBy(by), detail });
}
