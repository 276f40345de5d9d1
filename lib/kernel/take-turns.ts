/** Bounds how much is done at once: what is too much waits for its turn, in the order in which it came. */

/** Who is at work, and who waits for that. */
export type Turns = { running: number; waiting: (() => void)[] };

/**
 * A function that does the work it is given when it is its turn: never more than `atOnce` at a time. Whoever must look at
 * the `turns`, or have the same ones elsewhere, brings them.
 */
export function takingTurns(
  atOnce: number,
  turns: Turns = { running: 0, waiting: [] },
): <Value>(work: () => Promise<Value>) => Promise<Value> {
  return async (work) => {
    // Whoever comes to an end hands the place on: nobody who comes in that moment gets in between.
    if (turns.running >= atOnce) await new Promise<void>((resolve) => turns.waiting.push(resolve));
    else turns.running += 1;
    try {
      return await work();
    } finally {
      const next = turns.waiting.shift();
      if (next) next();
      else turns.running -= 1;
    }
  };
}
