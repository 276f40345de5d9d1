import { expect, test } from "vitest";
import { isSameSecret } from "@/lib/kernel/same-secret";

test("a secret is the same as itself, and as nothing else of any length", () => {
  const secret = "kettle-marble-forty-two-lanterns";
  expect(isSameSecret(secret, secret)).toBe(true);
  for (const other of ["", secret.slice(0, -1), `${secret}s`, secret.toUpperCase(), ` ${secret}`]) {
    expect(isSameSecret(other, secret)).toBe(false);
  }
});
