/** Time runs out to the millisecond, and is told in whole seconds. */
import { expect, test } from "vitest";
import { after, before, holds, secondsUntil } from "@/lib/kernel/clock";
import { days, hours, inSeconds, milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { at, pass } from "../support/clock";

test("a code of 90 seconds holds at 89.999 s and not at 90.000 s", () => {
  const sent = at("2026-03-01T12:00:00.000Z");
  const expiresAt = after(sent, seconds(90));
  expect(holds(expiresAt, new Date("2026-03-01T12:01:29.999Z"))).toBe(true);
  expect(holds(expiresAt, new Date("2026-03-01T12:01:30.000Z"))).toBe(false);
});

test("whoever is to come back later is never told to come back at once", () => {
  const until = after(at("2026-03-01T12:00:00.000Z"), seconds(2));
  const waits = [1, 999, 999, 1, 5_000].map((passed) => {
    pass(milliseconds(passed));
    return secondsUntil(until);
  });
  expect(waits).toEqual([2, 1, 1, 1, 1]);
});

test("after and before are each other's way back", () => {
  const moment = new Date("2026-03-29T00:59:00.000Z");
  expect(before(after(moment, hours(25)), hours(25))).toEqual(moment);
});

test("each unit is made of the one below", () => {
  expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
});

test("a part of a second still has to be waited for", () => {
  expect(inSeconds(seconds(0.001))).toBe(1);
  expect(inSeconds(seconds(90))).toBe(90);
});
