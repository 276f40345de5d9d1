/** Time in tests: it stands still at a moment until it is told to pass. Only `Date` is faked; timers run as ever. */
import { onTestFinished, vi } from "vitest";
import type { Duration } from "@/lib/kernel/duration";

/** From now on, until the test ends, it is `moment` (an ISO string or a Date). */
export function at(moment: string | Date): Date {
  if (!vi.isFakeTimers()) {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
  }
  vi.setSystemTime(moment);
  return new Date();
}

/** Lets `duration` pass: `pass(seconds(90))`. Time that was running stands still from here on. */
export function pass(duration: Duration): Date {
  return at(new Date(Date.now() + duration));
}
