/** What nobody can read is told from faults of our own, whose alarm nobody else must be able to raise. */
import { expect, test } from "vitest";
import { unreadableStatus } from "@/lib/kernel/unreadable";

test.each([
  [new TypeError("Failed to parse body as FormData."), 400],
  [new Error("Unexpected end of form"), 400],
  [new Error("Body exceeded 512kb limit.\nTo configure the body size limit, see a page."), 413],
  [new Error("Already initialized stream."), 400],
  [new Error("Invalid reference."), 400],
  [new Error("Invalid forward reference."), 400],
  [new Error("Referenced Blob is not a Blob."), 400],
  [new Error("Server Function has too many bound arguments. Received 1001 but the limit is 1000."), 400],
  [new TypeError("Cannot read properties of undefined (reading 'getAll')"), undefined],
  ["Failed to parse body as FormData.", undefined],
  [undefined, undefined],
])("%s is answered with %s", (error, status) => {
  expect(unreadableStatus(error)).toBe(status);
});
