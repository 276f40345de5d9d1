/** What a handful of measurements says: the middle, how far they lie apart, and what only a few exceed. */

export function median(values: number[]): number {
  const sorted = sortedCopy(values);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: number[]): number {
  return at(sortedCopy(values), Math.max(0, Math.ceil(values.length * 0.95) - 1));
}

/** `3.4 (3.1–3.9)`: the median with the smallest and the largest. */
export function spread(values: number[], digits = 1): string {
  const sorted = sortedCopy(values);
  const [low, high] = [at(sorted, 0), at(sorted, sorted.length - 1)].map((value) => value.toFixed(digits));
  return `${median(values).toFixed(digits)} (${low}–${high})`;
}

/** One ratio for each round, because a round is measured in one breath: what slows the machine slows both. */
export function ratios(above: number[], below: number[]): number[] {
  return above.map((value, round) => value / at(below, round));
}

export const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const sortedCopy = (values: number[]) => [...values].sort((one, other) => one - other);

function at(values: number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error("Nothing was measured");
  return value;
}
