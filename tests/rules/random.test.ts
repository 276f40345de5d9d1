/** Chance has the shape that is asked for. */
import { expect, test, vi } from "vitest";
import { isToken, randomId, randomToken } from "@/lib/kernel/random";

test("a token is 256 bits in letters that an address keeps as they are", () => {
  const token = randomToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

test("what was not made as a token is none", () => {
  const token = randomToken();
  expect(isToken(token)).toBe(true);
  for (const other of ["", token.slice(1), `${token}A`, `${token}\n`, token.replace(/.$/, "=")])
    expect(isToken(other)).toBe(false);
});

test("nothing comes twice", () => {
  const drawn = Array.from({ length: 1_000 }, () => [randomToken(), randomId()]).flat();
  expect(new Set(drawn).size).toBe(drawn.length);
});

test("a later row has a higher id, which is a UUID of version 7", () => {
  vi.useFakeTimers({ now: new Date("2026-05-03T10:00:00.000Z") });
  const ids = Array.from({ length: 100 }, () => {
    vi.advanceTimersByTime(1);
    return randomId();
  });
  vi.useRealTimers();
  expect(ids).toEqual([...ids].sort());
  for (const id of ids)
    expect(id).toMatch(/^019ded47-d1[\da-f]{2}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
