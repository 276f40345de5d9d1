/** A stored digest can be compared, and nothing else can be done with it. */
import { createHmac, hkdfSync } from "node:crypto";
import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { digest, digests, matches } from "@/lib/kernel/digest";
import { randomKey } from "../support/test-environment";

test("it is HMAC-SHA-256 under a key derived by HKDF from the newest encryption key", () => {
  // The first of the keys in tests/support/test-environment.ts.
  const key = Buffer.from(hkdfSync("sha256", randomKey("second"), "twostep", "digest", 32));
  const expected = createHmac("sha256", key).update('["session","a token"]').digest("base64url");
  expect(digest("session", "a token")).toBe(`second:${expected}`);
});

test("the same parts match, whatever they are", () => {
  assert(
    property(string(), string(), (one, other) => {
      expect(matches(digest("security-code", one, other), "security-code", one, other)).toBe(true);
    }),
  );
});

test("other parts do not match, also when they are the same characters cut elsewhere", () => {
  const stored = digest("security-code", "ab", "c");
  expect(matches(stored, "security-code", "a", "bc")).toBe(false);
  expect(matches(stored, "security-code", "abc")).toBe(false);
});

test("a digest of one kind does not answer for another", () => {
  expect(matches(digest("session", "a token"), "email-token", "a token")).toBe(false);
});

test("what an older key digested still matches, and is looked for", () => {
  const [, older = ""] = digests("session", "a token");
  expect(older).toMatch(/^first:/);
  expect(matches(older, "session", "a token")).toBe(true);
});

test("a stored value of another shape is no match and no fault", () => {
  for (const stored of ["", ":", "second:", "third:abc", "ä".repeat(50)]) {
    expect(matches(stored, "session", "a token")).toBe(false);
  }
});
