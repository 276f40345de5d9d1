/** Many small writes as few larger ones. */
import { setTimeout as wait } from "node:timers/promises";
import type { Duration } from "./duration";

/**
 * A function that gathers items and writes them together with `write`, one write at a time: an item waits for the write
 * before it, and then `gatherFor` longer, and goes with all that came until then. Its promise resolves when the write
 * with its item has succeeded, and rejects when that has failed.
 */
export function gathered<Item>(
  write: (items: Item[]) => Promise<void>,
  gatherFor: Duration,
): (item: Item) => Promise<void> {
  let next: { items: Item[]; written: Promise<void> } | undefined;
  let last = Promise.resolve();
  return (item) => {
    if (!next) {
      const items: Item[] = [];
      const written = last
        .then(() => wait(gatherFor))
        .then(() => {
          next = undefined;
          return write(items);
        });
      last = written.catch(() => undefined);
      next = { items, written };
    }
    next.items.push(item);
    return next.written;
  };
}
