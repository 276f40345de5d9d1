/** Pages of a list that is read from a place on (keyset): as fast at its end as at its beginning. */

/** Beside whom a page lies; null for the beginning. */
export type Place<Id> = { after: Id } | { before: Id } | null;

export type Side = "after" | "before";

/** On which side of whom `place` is. */
export function sideOf<Id>(place: { after: Id } | { before: Id }): { side: Side; id: Id } {
  return "after" in place ? { side: "after", id: place.after } : { side: "before", id: place.before };
}

/** Where the neighbouring pages begin, where there are any. */
export type Neighbours<Id> = { previous: Place<Id>; next: Place<Id> };

/**
 * The page of `size` rows from `start` on. Of `rows`, in the order of the list, one more than that says that it goes on;
 * that one lies on the side away from `start`.
 */
export function cutToPage<Row extends { id: unknown }>(
  rows: Row[],
  start: { side: Side } | undefined,
  size: number,
): { page: Row[] } & Neighbours<Row["id"]> {
  const backwards = start?.side === "before";
  const goesOn = rows.length > size;
  const page = backwards ? rows.slice(-size) : rows.slice(0, size);
  const [first, last] = [page[0], page.at(-1)];
  const hasPrevious = backwards ? goesOn : start !== undefined;
  const hasNext = backwards || goesOn;
  return {
    page,
    previous: hasPrevious && first ? { before: first.id } : null,
    next: hasNext && last ? { after: last.id } : null,
  };
}
