import { cloneElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Countdown } from "@/components/countdown";
import { act, render, screen } from "./page";

const words = { one: "# second left", other: "# seconds left", runOut: "That code has run out." };

/** Served at noon plus `minute`: each test has a code of its own. */
function countdown(minute: number) {
  const at = (second: number) => new Date(Date.UTC(2026, 4, 3, 12, minute, second)).toISOString();
  return (
    <Countdown expiresAt={at(90)} serverNow={at(0)} words={words}>
      It works for 90 seconds.
    </Countdown>
  );
}

const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));
const seen = () => screen.getByRole("timer").textContent;
const heard = () => document.querySelector("[aria-live=polite]")?.textContent;

beforeEach(() => {
  document.documentElement.lang = "en";
  vi.useFakeTimers();
  // A clock that is years off: only the server's two moments count.
  vi.setSystemTime(new Date("2019-01-01T00:00:00Z"));
});
afterEach(() => vi.useRealTimers());

test("the countdown is seen each second, by the server's clock", () => {
  render(countdown(0));
  expect(seen()).toBe("90 seconds left");
  pass(1);
  expect(seen()).toBe("89 seconds left");
  pass(88);
  expect(seen()).toBe("1 second left");
});

test("the countdown is announced at 30 seconds and at the end only", () => {
  render(countdown(1));
  const announcements = new Set<string>();
  for (let second = 1; second <= 100; second++) {
    pass(1);
    announcements.add(`${Math.max(90 - second, 0)}: ${heard()}`);
  }
  const changes = [...announcements].filter((line, place, all) => {
    const sentence = line.split(": ")[1];
    return place === 0 || sentence !== all[place - 1]?.split(": ")[1];
  });
  expect(changes).toEqual(["89: ", "30: 30 seconds left", "0: That code has run out."]);
});

test("the end is told once, and again for the next code", () => {
  const ends: string[] = [];
  const one = countdown(5);
  const { rerender } = render(cloneElement(one, { onRunOut: () => ends.push("first") }));
  pass(89);
  expect(ends).toEqual([]);
  pass(30);
  expect(ends).toEqual(["first"]);
  rerender(cloneElement(countdown(6), { onRunOut: () => ends.push("second") }));
  expect(ends).toEqual(["first"]);
  pass(90);
  expect(ends).toEqual(["first", "second"]);
});

test("what is seen each second is never announced", () => {
  render(countdown(2));
  expect(screen.getByRole("timer")).toHaveAttribute("aria-live", "off");
});

test("a page shown again from the browser's memory does not start the time anew", () => {
  const { unmount } = render(countdown(3));
  pass(60);
  unmount();
  pass(10);
  render(countdown(3));
  expect(seen()).toBe("20 seconds left");
});

test("a phone that slept past the end says so at once", () => {
  render(countdown(4));
  vi.setSystemTime(new Date("2019-01-01T00:05:00Z"));
  pass(1);
  expect(seen()).toBe("That code has run out.");
  expect(heard()).toBe("That code has run out.");
});
