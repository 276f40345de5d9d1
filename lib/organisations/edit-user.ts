/** Changes a user. What rests on the old state ends with it: sessions, the confirmation of an address, its links. */
import { holdLinks } from "@/lib/accounts/void-links";
import { inTransaction } from "@/lib/database/transaction";
import { isTakenIn } from "@/lib/database/unique-violation";
import { now } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/id";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { freshly } from "@/lib/sessions/actor";
import { endAllBecause } from "@/lib/sessions/end-sessions";
import { holdSession } from "@/lib/sessions/hold-session";
import type { TooMany } from "@/lib/throttle/spend-limits";
import { lockAndCountOtherAdministrators } from "./administrator-queries";
import { countActivation } from "./ask-for-activation";
import { differingFields, presentFields } from "./merge-fields";
import type { Permitted } from "./permission";
import { recordChange } from "./record-change";
import { recordOverreach } from "./record-refusal";
import { listTeams } from "./team-queries";
import { mailsActivation, type Told, tellOfChange } from "./tell-of-change";
import type { PresentUser } from "./user";
import {
  changesTo,
  type FieldRefusal,
  judgeFields,
  losesAdministrator,
  type UserFields,
} from "./user-change";
import { findLastChanger } from "./user-panel-queries";
import { findUser, putTeams, putUser } from "./user-queries";
import { mayHandOut, reachOf } from "./visibility";

export type EditUserRefusal =
  | FieldRefusal
  | { code: "email-taken" }
  | { code: "not-found" | "last-administrator" }
  | { code: "session-ended" }
  /** `byOneself` where another tab of whoever sends the form was faster, and nobody else. */
  | { code: "changed-meanwhile"; present: PresentUser; byOneself: boolean }
  | { code: "address-mailed-enough"; until: Date }
  | TooMany;

/** What a save is based on: the revision that its page showed, and whether the activation e-mail was asked for. */
export type UserBasis = { revision: number; sendActivation: boolean };

/**
 * Makes the user `id` as `wanted`, and says what was mailed. A changed address is unconfirmed again and both addresses
 * are told; a changed address or role, and deactivating, end the user's sessions. Refuses `not-found` also for a user
 * who may not be seen or whose role one could not hand out; refuses `second-step-missing` for another address or role
 * to whoever got in by the password alone: else they would take away by the address what they may not reset. Another
 * address, role or status asks for a fresh proof, and is refused `proof-not-fresh`. Nothing is saved, either, where the
 * activation was asked for, and enough of them went to that mailbox by now; nor, `address-mailed-enough`, where they went
 * to the changed address: of two mailboxes, each would get a letter as often as the address goes from one to the other.
 * Refuses `session-ended` to whom somebody has shut out meanwhile, as every change of an administrator does.
 */
export async function editUser(
  by: Permitted<"users.edit">,
  id: string,
  wanted: UserFields,
  { revision, sendActivation }: UserBasis,
): Promise<Result<Told, EditUserRefusal>> {
  if (!isId(id)) return refuse("not-found");
  return inTransaction(async (trx): Promise<Result<Told, EditUserRefusal>> => {
    const reach = reachOf(by);
    const voidLinks = await holdLinks(trx, id);
    if (!(await holdSession(trx, by, id))) return refuse("session-ended");
    const present = await findUser(trx, reach, id);
    if (!present || !mayHandOut(by.role, present.role)) return refuse("not-found");

    const at = now();
    // Whoever wants what is there already, as by pressing twice, undoes nothing of anybody's.
    const isThere = differingFields(wanted, presentFields(present)).length === 0;
    if (present.revision !== revision && !isThere) {
      const byOneself = (await findLastChanger(trx, present)) === by.userId;
      return refuse("changed-meanwhile", { present, byOneself });
    }
    const teams = await listTeams(trx, reach);
    const changer = { ...by, teams, isFresh: freshly(by, at) !== undefined };
    const refusal = judgeFields(changer, present, wanted);
    if (refusal) {
      await recordOverreach(trx, by, id, refusal, wanted);
      return { ok: false, ...refusal };
    }
    if (losesAdministrator(present, wanted)) {
      const others = await lockAndCountOtherAdministrators(trx, by.organisationId, id);
      if (others === 0) return refuse("last-administrator");
    }

    if (sendActivation && mailsActivation(present, wanted)) {
      const counted = await countActivation(trx, present.email);
      if (!counted.ok) return counted;
    }
    const changes = changesTo(present, wanted);
    // Also for whom no link is mailed: the address that they had before is told each time.
    if (changes.address) {
      const counted = await countActivation(trx, wanted.email);
      if (!counted.ok) return refuse("address-mailed-enough", { until: counted.until });
    }

    const emailConfirmedAt = changes.address ? null : present.emailConfirmedAt;
    // Where nothing changes, no revision: to whoever has the form open, nobody was faster.
    if (!isThere) await putUser(trx, id, { ...wanted, emailConfirmedAt }, at);
    await putTeams(trx, id, wanted.teamIds, teams);
    if (changes.address || changes.deactivated) await voidLinks(at);
    if (changes.deactivated) await endAllBecause(trx, id, "deactivated");
    else if (changes.address) await endAllBecause(trx, id, "email-changed");
    else if (changes.role) await endAllBecause(trx, id, "role-changed");
    await recordChange(trx, by, present, wanted, teams);
    return ok(await tellOfChange(trx, by, present, wanted, sendActivation));
  }).catch((error) => {
    if (isTakenIn("users_email", error)) return refuse("email-taken");
    throw error;
  });
}
