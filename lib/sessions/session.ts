/** A session: a live row that can be ended; the cookie only points at it. Judges how long it lives. */
import { before } from "@/lib/kernel/clock";
import { type Duration, hours, minutes, seconds } from "@/lib/kernel/duration";

/** The mightiest first. */
export const roleNames = ["administrator", "manager", "member"] as const;
export type Role = (typeof roleNames)[number];

/** NIST SP 800-63B-4 §2.2.3: away this long, and the session is over; less for those who can change others. */
export const idleLimit: Record<Role, Duration> = {
  administrator: minutes(15),
  manager: minutes(30),
  member: minutes(30),
};

/** The whole life, whatever happens in it (NIST SP 800-63B-4 §2.2.3 allows 24 h). */
export const wholeLimit = hours(12);

/**
 * How many sessions a user has at once (ASVS 5.0, 7.1.2): a computer, a phone and a tablet, each with a browser or two
 * and the installed app. One more ends the one that was seen longest ago.
 */
export const mostSessions = 10;

/** How old a proof may be for a sensitive act (ASVS 5.0, 7.5). */
export const freshFor = minutes(10);

/** How stale "last seen" may be: not every request writes. */
export const seenPrecision = minutes(1);

/**
 * How long whoever opened a session may ask for it again by the same login. A browser without JavaScript drops the
 * answer to the first press of a button when it is pressed twice, and the session's cookie with it.
 */
export const sameAnswerFor = seconds(10);

/** How a session was opened. */
export type SessionMethod = "email" | "authenticator" | "recovery-code" | "password";

/** What a list of sessions shows of each. */
export type SessionRow = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
};

/** Why sessions end; kept in the row and in the audit log. */
export type EndReason =
  | "logged-out"
  | "ended-by-user"
  | "renewed"
  | "password-changed"
  | "email-changed"
  | "method-changed"
  | "role-changed"
  | "deactivated"
  | "two-factor-reset"
  | "ended-by-administrator"
  | "too-many-sessions"
  | "logged-in-anew";

/** What an organisation asks for at present; read anew at every request, so that a change bites at the next one. */
export type Asked = { switchedOn: boolean; allowedMethods: readonly string[] };

/**
 * Whether nothing that counts as a second step opened a session by `method`, although the organisation asks for one:
 * the password alone, of a user who has none yet, or a method that is no longer allowed. It opens the product, but
 * takes nobody else's second step away. A recovery code stands for the authenticator that it was made with: where
 * authenticators are allowed it proves as much as the lost one, and where they are not it proves nothing.
 */
export function lacksSecondStep(method: SessionMethod, { switchedOn, allowedMethods }: Asked): boolean {
  const provenBy = method === "recovery-code" ? "authenticator" : method;
  return switchedOn && !allowedMethods.includes(provenBy);
}

/** A session not seen after these moments has been left alone too long: for managers, it is that of members. */
export type IdleSince = { administrator: Date; member: Date };

/** Those moments at `at`. */
export function idleSince(at: Date): IdleSince {
  return { administrator: before(at, idleLimit.administrator), member: before(at, idleLimit.member) };
}

/** Whether a session last seen at `lastSeenAt` has been left alone too long for `role` at `at`. */
export function isIdle(role: Role, lastSeenAt: Date, at: Date): boolean {
  return lastSeenAt <= before(at, idleLimit[role]);
}
