/** Adds a user to the organisation of whoever asks. The new user chooses a password behind the activation e-mail. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { actedBy, freshly } from "@/lib/sessions/actor";
import { holdSession } from "@/lib/sessions/hold-session";
import { askForActivation, countActivation } from "./ask-for-activation";
import { differingFields, presentFields } from "./merge-fields";
import type { Permitted } from "./permission";
import { recordOverreach } from "./record-refusal";
import { listTeams } from "./team-queries";
import { type FieldRefusal, judgeFields, type UserFields } from "./user-change";
import { findUserOfAddress, insertUser, isAddressFree, putTeams } from "./user-queries";
import { reachOf } from "./visibility";

export type AddUserRefusal =
  | FieldRefusal
  | { code: "email-taken" }
  | { code: "session-ended" }
  | { code: "address-mailed-enough"; until: Date };

/** Whether the activation is mailed: not where `deactivated`, though asked for, and not again where `there-already`. */
export type ToldOfAdding = "added" | "mailed" | "deactivated" | "there-already";

/**
 * Adds `wanted`, and mails the activation if asked to (a deactivated user gets none). Where `by` sees somebody with
 * just that address and those fields, as after pressing twice, nothing is done. Refuses `email-taken` for whoever else
 * has it; and `address-mailed-enough` where enough went to that mailbox by now, mailed or not this time: else whoever moves
 * a user on to another address, and adds one with the former again and again, would fill it.
 */
export async function addUser(
  by: Permitted<"users.invite">,
  wanted: UserFields,
  { sendActivation }: { sendActivation: boolean },
): Promise<Result<{ id: string; told: ToldOfAdding }, AddUserRefusal>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    const at = now();
    const reach = reachOf(by);
    const teams = await listTeams(trx, reach);
    const changer = { ...by, teams, isFresh: freshly(by, at) !== undefined };
    const refusal = judgeFields(changer, null, wanted);
    if (refusal) {
      await recordOverreach(trx, by, null, refusal, wanted);
      return { ok: false as const, ...refusal };
    }

    // Nothing is mailed to an address that somebody has, as after pressing twice: nothing is counted for it.
    if (await isAddressFree(trx, wanted.email)) {
      const counted = await countActivation(trx, wanted.email);
      if (!counted.ok) return refuse("address-mailed-enough", { until: counted.until });
    }

    const id = randomId();
    const added = await insertUser(trx, {
      ...wanted,
      id,
      organisationId: by.organisationId,
      addedBy: by.userId,
      at,
    });
    if (!added) {
      const present = await findUserOfAddress(trx, reach, wanted.email);
      const isThere = present && differingFields(wanted, presentFields(present)).length === 0;
      return isThere ? ok({ id: present.id, told: "there-already" }) : refuse("email-taken");
    }
    await putTeams(trx, id, wanted.teamIds, teams);
    await recordEvent(trx, {
      event: "user.added",
      result: "success",
      ...actedBy(by),
      targetId: id,
      detail: { role: wanted.role },
    });
    if (!sendActivation) return ok({ id, told: "added" });
    if (wanted.status !== "active") return ok({ id, told: "deactivated" });
    await askForActivation(trx, by, id);
    return ok({ id, told: "mailed" });
  });
}
