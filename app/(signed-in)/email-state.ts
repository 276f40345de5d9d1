import { type Standing, usableMethods } from "@/lib/two-factor/policy";

export type EmailState = "not-allowed" | "not-confirmed" | "turned-off" | "on-again" | "on";

/**
 * How codes by e-mail stand, for their owner's page and for the administrator's: the policy judges whether they count.
 * `on-again` is what an owner turned off in favour of an authenticator, where those are not allowed any more. Whether
 * the organisation asks for a second step at all is said elsewhere.
 */
export function emailState(standing: Standing): EmailState {
  if (!standing.allowedMethods.includes("email")) return "not-allowed";
  if (!standing.emailConfirmed) return "not-confirmed";
  if (!usableMethods({ ...standing, switchedOn: true }).includes("email")) return "turned-off";
  return standing.emailMethodEnabled ? "on" : "on-again";
}

/**
 * How they stand once the authenticator is removed or reset, which turns them on; undefined where the organisation sends
 * none.
 */
export function emailAfterwards(standing: Standing): "on" | "not-confirmed" | undefined {
  const state = emailState({ ...standing, emailMethodEnabled: true });
  if (!standing.switchedOn || state === "not-allowed") return undefined;
  return state === "not-confirmed" ? state : "on";
}
