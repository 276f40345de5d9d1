/** The time zone in tests: that of the process, which is what pages and letters are written in. */
import { onTestFinished } from "vitest";

/** From now on, until the test ends, it is `zone`, as TZ names it. */
export function inZone(zone: string): void {
  const before = process.env.TZ;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
  process.env.TZ = zone;
}
