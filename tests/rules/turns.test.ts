/** A process that falls behind lets nothing new in; one that only waits does. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { isBehind, watchTurns } from "../../scripts/turns.mjs";

test("work that keeps the loop from turning is noticed, also while it goes on, and forgotten when it is done", async () => {
  watchTurns();
  await pause(100);
  expect(isBehind()).toBe(false);
  work(150);
  expect(isBehind()).toBe(true);
  await pause(200);
  expect(isBehind()).toBe(false);
});

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
