/** Moments of the server's clock, told on a browser's clock that may be minutes off. */

const known = new Map<string, number>();

/**
 * When `expiresAt` comes by this browser's clock, in milliseconds. Remembered, because a page shown again from the
 * browser's memory brings an old `serverNow` along and would start the whole time anew.
 */
export function deadlineOnThisClock(expiresAt: string, serverNow: string): number {
  const deadline = known.get(expiresAt) ?? Date.now() + (Date.parse(expiresAt) - Date.parse(serverNow));
  known.set(expiresAt, deadline);
  return deadline;
}

/** Whole seconds until `deadline`, never below zero. */
export function secondsUntil(deadline: number): number {
  return Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
}
