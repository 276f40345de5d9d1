/** Waits for an answer so long and no longer. */
import type { Duration } from "./duration";

/**
 * Does `giveUp` once `time` is over, unless the function that it returns is called before. A process that stood still
 * meanwhile, as in a machine that was moved, is told first that the time is up: it hears what has come by then all the same.
 */
export function unlessHeard(time: Duration, giveUp: () => void): () => void {
  let afterListening: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    afterListening = setImmediate(giveUp);
  }, time);
  return () => {
    clearTimeout(timer);
    clearImmediate(afterListening);
  };
}
