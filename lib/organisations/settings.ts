/** The settings of an organisation, and the judgement of a change to them. */
import type { Method } from "@/lib/two-factor/method";

export type Settings = {
  name: string;
  /** The language of whoever has chosen none; null for the browser's. */
  language: string | null;
  /** "Enable Two-factor user login". */
  switchedOn: boolean;
  allowedMethods: Method[];
  /** Rises with each save. */
  revision: number;
};

export type SettingsChange = Partial<Omit<Settings, "revision">>;

/** What a save is based on: the revision that its page showed, and which question was answered. */
export type SettingsBasis = {
  revision: number;
  switchOffConfirmed?: boolean;
  methodLossConfirmed?: boolean;
};

export type SettingsRefusal =
  | { code: "changed-meanwhile"; present: Settings }
  | { code: "no-method-left" | "switch-off-unconfirmed" | "method-loss-unconfirmed" }
  | { code: "name-taken" | "second-step-missing" | "session-ended" };

/**
 * What stands against changing `present`: somebody saved something else since the page was made, no method would be left,
 * or switching off was not confirmed (it lets everybody in by password alone). Whoever wants what is there already, as by
 * pressing twice, undoes nothing of anybody's.
 */
export function judgeSettings(
  present: Settings,
  change: SettingsChange,
  basis: SettingsBasis,
): SettingsRefusal | undefined {
  const changed = changedSettings(present, change);
  if (basis.revision !== present.revision && differingSettings(present, changed).length > 0)
    return { code: "changed-meanwhile", present };
  if (changed.switchedOn && change.allowedMethods?.length === 0) return { code: "no-method-left" };
  if (switchesOff(present, changed) && !basis.switchOffConfirmed) return { code: "switch-off-unconfirmed" };
  return undefined;
}

/** Whether two-factor login would be asked for no more. */
export function switchesOff(present: Settings, changed: Settings): boolean {
  return present.switchedOn && !changed.switchedOn;
}

/** Whether a method that is asked for today would not be any more: then the people who have no other one are counted. */
export function takesMethodAway(present: Settings, changed: Settings): boolean {
  return (
    present.switchedOn &&
    changed.switchedOn &&
    present.allowedMethods.some((method) => !changed.allowedMethods.includes(method))
  );
}

/** `present` with `change`. Where no method is chosen, which is possible while the switch is off, the former ones stay. */
export function changedSettings(present: Settings, change: SettingsChange): Settings {
  const allowedMethods = change.allowedMethods?.length ? change.allowedMethods : present.allowedMethods;
  return { ...present, ...change, allowedMethods };
}

/** In what `one` and `other` differ. */
export function differingSettings(one: Settings, other: Settings) {
  const names = ["name", "language", "switchedOn", "allowedMethods"] as const;
  return names.filter((name) => String(one[name]) !== String(other[name]));
}
