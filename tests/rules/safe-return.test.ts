/** Where a login leads to is a path of this product, whatever an address wishes (ASVS 5.0, 3.7.2). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { safeReturn } from "@/lib/web/paths";

test.each([
  ["/my-settings?tab=1", "/my-settings?tab=1"],
  ["/a/../my-settings", "/my-settings"],
  ["/log-out", "/"],
  ["/log-out/?notice=1", "/"],
  ["/my-settings/../log-out", "/"],
  ["/api/auth/session", "/"],
  ["/administration/users/download?search=a", "/"],
  ["/administration/users?search=download", "/administration/users?search=download"],
  ["//evil.example/", "/"],
  ["/\\evil.example", "/"],
  ["/.//evil.example/x", "/"],
  ["/..//evil.example", "/"],
  ["/x/..//evil.example", "/"],
  ["/%2e//evil.example", "/"],
  ["/x/%2E%2e//evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["my-settings", "/"],
  [["/my-settings"], "/"],
  [`/${"a".repeat(2_000)}`, "/"],
])("%j leads to %s", (wish, leadsTo) => {
  expect(safeReturn(wish)).toBe(leadsTo);
});

/** Pieces of which addresses are made that look like a path and are none. */
const pieces = fc.constantFrom(
  "/",
  "\\",
  ".",
  "..",
  "%2e",
  "%2f",
  "%5c",
  "evil.example",
  "@",
  ":",
  "?",
  "#",
  "\t",
  "a",
);

test("whatever is wished, a browser stays on this host, and the answer may be wished again", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (wish) => {
      const leadsTo = safeReturn(`/${wish.join("")}`);
      expect(new URL(leadsTo, "https://login.acme.example/login").host).toBe("login.acme.example");
      expect(leadsTo).not.toMatch(/^\/[/\\]/);
      expect(safeReturn(leadsTo)).toBe(leadsTo);
    }),
    { numRuns: 20_000 },
  );
});
