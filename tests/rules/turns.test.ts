/** A process that falls behind lets nothing new in; one that only waits does. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { isBehind, watchTurns } from "../../scripts/turns.mjs";

test("work that keeps the loop from turning is noticed, also while it goes on, and forgotten when it is done", async () => {
  watchTurns();
  await pause(100);
  await inTime();
  work(150);
  expect(isBehind()).toBe(true);
  await inTime();
});

/** A busy machine is late at times with a turn in which nothing is done. */
const inTime = () => vi.waitFor(() => expect(isBehind()).toBe(false), { timeout: 10_000, interval: 30 });

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
