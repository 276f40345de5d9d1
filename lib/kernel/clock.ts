/** The one door by which time comes in: the server's clock. What a client says about time is never asked. */
import type { Duration } from "./duration";

/** This moment, by the server's clock. */
export function now(): Date {
  return new Date();
}

/** The moment `duration` after `from`. */
export function after(from: Date, duration: Duration): Date {
  return new Date(from.getTime() + duration);
}

/** The moment `duration` before `from`. */
export function before(from: Date, duration: Duration): Date {
  return new Date(from.getTime() - duration);
}

/** The earlier of two moments. */
export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** The later of two moments. */
export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** The whole seconds from now until `moment`, at least one: "Retry-After: 0" would bring everybody back at once. */
export function secondsUntil(moment: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now().getTime()) / 1000));
}

/**
 * Whether something that runs out at `expiresAt` still holds: true while `at < expiresAt`,
 * so at 89.999 s of 90 it holds and at 90.000 s it does not (docs/security.md, Numbers).
 */
export function holds(expiresAt: Date, at: Date): boolean {
  return at.getTime() < expiresAt.getTime();
}
