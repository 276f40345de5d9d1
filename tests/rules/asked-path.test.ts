/** Who is let in, and what a file is, is decided by how an address begins: by then it begins as what it means. */
import { expect, test } from "vitest";
import { askedPath } from "../../scripts/asked-path.mjs";

test.each([
  ["/login?next=%2Fa&b", "/login?next=%2Fa&b"],
  ["/icons/../login", "/login"],
  ["/_next/static/%2E%2e/../login?a=/../b", "/login?a=/../b"],
  ["/./sw.js", "/sw.js"],
  ["//evil.example/login", "//evil.example/login"],
  ["http://evil.example/login?a", "/login?a"],
  ["http://evil.example", "/"],
  ["foo://evil.example", "/"],
  ["*", "/*"],
  ["/administration/users/%zz?a=%zz", "/administration/users/%25zz?a=%zz"],
])("%s asks for %s", (target, path) => {
  expect(askedPath(target)).toBe(path);
});
