/** Judges which methods a user may use for the second step: what the organisation allows and the user has. */
import { lacksSecondStep, type SessionMethod } from "@/lib/sessions/session";
import type { Method, ProofMethod } from "./method";

/** All that the decision depends on; read anew at every step, so that a change bites at the next request. */
export type Standing = {
  /** "Enable Two-factor user login" of the organisation. */
  switchedOn: boolean;
  allowedMethods: Method[];
  emailConfirmed: boolean;
  /** Whether the user wants codes by e-mail; turned off only while an authenticator is on. */
  emailMethodEnabled: boolean;
  authenticatorOn: boolean;
  /** Off because of a hundred wrong codes in a row: the app is worth nothing, the recovery codes are. */
  authenticatorLockedOut: boolean;
};

/** The same as it is stored. */
export type StandingFacts = {
  switchedOn: boolean;
  allowedMethods: Method[];
  emailConfirmedAt: Date | null;
  emailMethodEnabled: boolean;
  /** The wrong codes in a row; null where there is no authenticator. */
  authenticatorFailures: number | null;
};

/** NIST SP 800-63B-4 §3.2.2: after 100 wrong codes in a row an authenticator is off until enrolled again. */
export const mostFailuresInARow = 100;

/** What is judged, from what is stored. */
export function standingOf(facts: StandingFacts): Standing {
  const { switchedOn, allowedMethods, emailConfirmedAt, emailMethodEnabled, authenticatorFailures } = facts;
  return {
    switchedOn,
    allowedMethods,
    emailConfirmed: emailConfirmedAt !== null,
    emailMethodEnabled,
    authenticatorOn: authenticatorFailures !== null && authenticatorFailures < mostFailuresInARow,
    authenticatorLockedOut: authenticatorFailures !== null && authenticatorFailures >= mostFailuresInARow,
  };
}

/** The methods that can be chosen for this user's second step; where there are none, {@link proofsDue} says what is left. */
export function usableMethods(standing: Standing): Method[] {
  if (!standing.switchedOn) return [];
  const has: Record<Method, boolean> = {
    // Turned off in favour of an authenticator, e-mail is on again when there is none to take its place. One that is
    // locked out is there: whoever guesses it into its lock must not bring codes by e-mail back by that.
    email: standing.emailConfirmed && (standing.emailMethodEnabled || !takesRecoveryCodes(standing)),
    authenticator: standing.authenticatorOn,
  };
  return standing.allowedMethods.filter((method) => has[method]);
}

/** Whether the organisation takes authenticators, so that one can be set up. */
export function offersAuthenticator({ switchedOn, allowedMethods }: Standing): boolean {
  return switchedOn && allowedMethods.includes("authenticator");
}

export type EmailMethodRefusal =
  | "two-factor-off"
  | "email-not-allowed"
  | "email-not-confirmed"
  | "needs-authenticator";

/** What stands against turning codes by e-mail on, where they would not count, or off, where nothing else would. */
export function judgeEmailMethod(standing: Standing, enabled: boolean): EmailMethodRefusal | undefined {
  if (!standing.switchedOn) return "two-factor-off";
  if (!enabled) return usableMethods(standing).includes("authenticator") ? undefined : "needs-authenticator";
  if (!standing.allowedMethods.includes("email")) return "email-not-allowed";
  return standing.emailConfirmed ? undefined : "email-not-confirmed";
}

/** Whether recovery codes count: beside an authenticator, also one that is locked out. */
export function takesRecoveryCodes(standing: Standing): boolean {
  return offersAuthenticator(standing) && (standing.authenticatorOn || standing.authenticatorLockedOut);
}

/**
 * All that can prove this user's second step; none means that the password alone opens the door. Whoever guessed an
 * authenticator into its lock must not have opened the door by that: then a recovery code is what is left.
 */
export function proofsDue(standing: Standing): ProofMethod[] {
  const methods = usableMethods(standing);
  return methods.length > 0 || !takesRecoveryCodes(standing) ? methods : ["recovery-code"];
}

/**
 * Whether whoever is in a session by `method` is to prove the second step before the next page: what opened it does
 * not count any more, or never did, and there is something that does. Without that they stay, as they would get in.
 */
export function owesSecondStep(method: SessionMethod, standing: Standing): boolean {
  return lacksSecondStep(method, standing) && proofsDue(standing).length > 0;
}

/**
 * What a user of a switched-on organisation without any second step can do about it, for the notice that says so:
 * confirm the address, or enrol an authenticator.
 */
export function whatIsMissing(standing: Standing): "confirm-email" | "enrol-authenticator" | undefined {
  if (!standing.switchedOn || proofsDue(standing).length > 0) return undefined;
  return standing.allowedMethods.includes("email") ? "confirm-email" : "enrol-authenticator";
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
