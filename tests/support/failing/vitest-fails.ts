/** One test passes and one fails: what the reader of vitest's reports is tried with. */
import { describe, expect, test } from "vitest";

describe("numbers", () => {
  test("one is one", () => expect(1).toBe(1));
  test("one is two", () => expect(1).toBe(2));
});
