/** One test passes and one fails twice: what the reader of Playwright's reports is tried with. Needs no browser. */
import { expect, test } from "@playwright/test";

test.describe("numbers", () => {
  test("one is one", () => expect(1).toBe(1));
  test("one is two", () => {
    expect.soft(1).toBe(2);
    expect(3).toBe(4);
  });
});
