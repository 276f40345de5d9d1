/**
 * Says whether the event loop keeps up. In each turn of its loop one process takes a few new connections (listen.mjs) and
 * draws every page that is under way a little further: with two hundred of them a turn takes most of a second, and
 * people whom nobody has even refused wait for it. So what counts is how long a turn takes, not how many wait for a
 * mail server or for the database.
 */

/** How often to look, in milliseconds. */
const interval = 10;

/** A turn that takes longer, in milliseconds, has about eight pages to draw: they are done before anybody notices. */
const longestTurn = 25;

let due = Number.POSITIVE_INFINITY;
let late = 0;

/** Begins to look; keeps no process alive. */
export function watchTurns() {
  due = performance.now() + interval;
  setInterval(() => {
    const now = performance.now();
    late = now - due;
    due = now + interval;
  }, interval).unref();
}

/** Whether the last turn, or the one that goes on, takes too long to begin anything new. */
export function isBehind() {
  return Math.max(late, performance.now() - due) > longestTurn;
}
