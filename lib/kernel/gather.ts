/** Many small writes as few larger ones. */
import { setTimeout as wait } from "node:timers/promises";
import type { Duration } from "./duration";

/**
 * A function that writes its items with `write`, one write at a time: an item goes with all those that come while the
 * write before is under way, and for `company` after that. Its promise resolves when the own item is written, and
 * rejects when that write failed.
 */
export function gathered<Item>(
  write: (items: Item[]) => Promise<void>,
  company: Duration,
): (item: Item) => Promise<void> {
  let next: { items: Item[]; written: Promise<void> } | undefined;
  let last = Promise.resolve();
  return (item) => {
    if (!next) {
      const items: Item[] = [];
      const written = last
        .then(() => wait(company))
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
