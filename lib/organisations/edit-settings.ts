/** Changes an organisation's settings. Enforcement bites at everybody's next request, not at the next login. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { isTakenIn } from "@/lib/database/unique-violation";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { actedBy, type FreshActor } from "@/lib/sessions/actor";
import { usersLosing } from "./adoption";
import type { Permitted } from "./permission";
import {
  changedSettings,
  differingSettings,
  judgeSettings,
  type Settings,
  type SettingsBasis,
  type SettingsChange,
  type SettingsRefusal,
  takesMethodAway,
} from "./settings";
import { countAdoption, lockSettings, putSettings } from "./settings-queries";

/**
 * Saves `change`, unless {@link judgeSettings} refuses it or another organisation has the name. Refuses
 * `method-loss-unconfirmed` where somebody's last method would not be allowed any more and that was not confirmed: they
 * would be let in by password alone, as when two-factor login is switched off.
 */
export function editSettings(
  by: Permitted<"settings.edit"> & FreshActor,
  change: SettingsChange,
  basis: SettingsBasis,
): Promise<Result<undefined, SettingsRefusal>> {
  return inTransaction(async (trx) => {
    const present = await lockSettings(trx, by.organisationId);
    const refusal = judgeSettings(present, change, basis);
    if (refusal) return { ok: false as const, ...refusal };

    const changed = changedSettings(present, change);
    if (takesMethodAway(present, changed) && !basis.methodLossConfirmed) {
      const adoption = await countAdoption(trx, by.organisationId);
      if (usersLosing(adoption, present.allowedMethods, changed.allowedMethods) > 0)
        return refuse("method-loss-unconfirmed");
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

/** What changed, each as `[before, after]`. */
function differences(before: Settings, after: Settings): Record<string, unknown> {
  return Object.fromEntries(
    differingSettings(before, after).map((name) => [name, [before[name], after[name]]]),
  );
}
