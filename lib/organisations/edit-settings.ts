/** Changes an organisation's settings. Enforcement bites at everybody's next request, not at the next login. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { isTakenIn } from "@/lib/database/unique-violation";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, actedBy, type FreshActor } from "@/lib/sessions/actor";
import { holdSession } from "@/lib/sessions/hold-session";
import { usersLosing } from "./adoption";
import type { Permitted } from "./permission";
import { recordRefusalAbout } from "./record-refusal";
import {
  changedSettings,
  differingSettings,
  judgeSettings,
  type Settings,
  type SettingsBasis,
  type SettingsChange,
  type SettingsRefusal,
  switchesOff,
  takesMethodAway,
} from "./settings";
import { countAdoption, lockSettings, putSettings } from "./settings-queries";

/**
 * Saves `change`, unless {@link judgeSettings} refuses it or another organisation has the name. Refuses
 * `method-loss-unconfirmed` where somebody's last method would not be allowed any more and that was not confirmed: they
 * would be let in by password alone, as when two-factor login is switched off. Refuses `second-step-missing` for either
 * to whoever got in by the password alone: else they would take away from everybody what they may reset for nobody.
 */
export function editSettings(
  by: Permitted<"settings.edit"> & FreshActor,
  change: SettingsChange,
  basis: SettingsBasis,
): Promise<Result<undefined, SettingsRefusal>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    const present = await lockSettings(trx, by.organisationId);
    const changed = changedSettings(present, change);
    const refusal = judgeSettings(present, change, basis);
    // Before the question: nobody is asked what they may not answer. After what others have saved.
    if (switchesOff(present, changed) && by.lacksSecondStep && refusal?.code !== "changed-meanwhile")
      return refuseWithoutStep(trx, by);
    if (refusal) return { ok: false as const, ...refusal };
    // No revision: to whoever has them open, nobody was faster.
    if (differingSettings(present, changed).length === 0) return ok();

    if (takesMethodAway(present, changed) && (by.lacksSecondStep || !basis.methodLossConfirmed)) {
      const adoption = await countAdoption(trx, by.organisationId);
      if (usersLosing(adoption, present.allowedMethods, changed.allowedMethods) > 0)
        return by.lacksSecondStep ? refuseWithoutStep(trx, by) : refuse("method-loss-unconfirmed");
    }
    await putSettings(trx, by.organisationId, changed);
    await recordEvent(trx, {
      event: "settings.changed",
      result: "success",
      ...actedBy(by),
      detail: differences(present, changed),
    });
    return ok();
  }).catch((error) => {
    if (isTakenIn("organisations_name", error)) return refuse("name-taken");
    throw error;
  });
}

async function refuseWithoutStep(trx: Transaction, by: Actor) {
  await recordRefusalAbout(trx, by, null, "second-step-missing");
  return refuse("second-step-missing");
}

/** What changed, each as `[before, after]`. */
function differences(before: Settings, after: Settings): Record<string, unknown> {
  return Object.fromEntries(
    differingSettings(before, after).map((name) => [name, [before[name], after[name]]]),
  );
}
