/** Bounds how much is done at once: what is too much waits for its turn, in the order in which it came. */

/** A function that does the work it is given when it is its turn: never more than `atOnce` at a time. */
export function takingTurns(atOnce: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    // Whoever comes to an end hands the place on: nobody who comes in that moment gets in between.
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
