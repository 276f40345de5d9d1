/** Many small writes as few larger ones, without making anybody wait for company. */

/**
 * A function that writes its items with `write`: at once when nothing is being written, else together with all that
 * came meanwhile. Its promise resolves when the own item is written, and rejects when that write failed.
 */
export function gathered<Item>(write: (items: Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let next: { items: Item[]; written: Promise<void> } | undefined;
  let last = Promise.resolve();
  return (item) => {
    if (!next) {
      const items: Item[] = [];
      const written = last.then(() => {
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
