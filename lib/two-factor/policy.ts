/** Judges which methods a user may use for the second step: what the organisation allows and the user has. */
import type { Method } from "./method";

/** All that the decision depends on; read anew at every step, so that a change bites at the next request. */
export type Standing = {
  /** "Enable Two-factor user login" of the organisation. */
  switchedOn: boolean;
  allowedMethods: Method[];
  emailConfirmed: boolean;
  /** Whether the user wants codes by e-mail; may be off only while an authenticator is on. */
  emailMethodEnabled: boolean;
  authenticatorOn: boolean;
};

/** NIST SP 800-63B-4 §3.2.2: after 100 wrong codes in a row an authenticator is off until enrolled again. */
export const mostFailuresInARow = 100;

/** The methods that can prove this user's second step; none means that the password alone opens the door. */
export function usableMethods(standing: Standing): Method[] {
  if (!standing.switchedOn) return [];
  const has: Record<Method, boolean> = {
    email: standing.emailConfirmed && standing.emailMethodEnabled,
    authenticator: standing.authenticatorOn,
  };
  return standing.allowedMethods.filter((method) => has[method]);
}

/**
 * Why a user of a switched-on organisation has no second step, for the notice that says what to do:
 * the address awaits confirmation, or an authenticator must be enrolled.
 */
export function whatIsMissing(standing: Standing): "confirm-email" | "enrol-authenticator" | undefined {
  if (!standing.switchedOn || usableMethods(standing).length > 0) return undefined;
  return standing.allowedMethods.includes("email") && !standing.emailConfirmed
    ? "confirm-email"
    : "enrol-authenticator";
}

/** The method to preselect: the one chosen for always, else the last one used, else the first. */
export function preselected(
  usable: Method[],
  wishes: { preferred: Method | null; last: string | null },
): Method | undefined {
  return (
    usable.find((method) => method === wishes.preferred) ??
    usable.find((method) => method === wishes.last) ??
    usable[0]
  );
}
