/** Chance has the shape that is asked for. */
import { expect, test } from "vitest";
import { randomId, randomToken } from "@/lib/kernel/random";

test("a token is 256 bits in letters that an address keeps as they are", () => {
  const token = randomToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

test("nothing comes twice", () => {
  const drawn = Array.from({ length: 1_000 }, () => [randomToken(), randomId()]).flat();
  expect(new Set(drawn).size).toBe(drawn.length);
});
