import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { BeganUser } from "@/app/(signed-in)/administration/users/user-schema";
import {
  isEmailAddress,
  longestEmail,
  maskedAddress,
  normalAddress,
  sameAddress,
  storedAddress,
} from "@/lib/accounts/email-address";

describe("an address", () => {
  const marks = `ada${"\u0301".repeat(30_000)}${"\u0323".repeat(30_000)}@example.com`;

  test.each<[string, () => boolean]>([
    ["as it is typed", () => isEmailAddress(marks)],
    ["as a form says that it began with it", () => BeganUser.shape.email.safeParse(marks).success],
  ])("is none of thousands of marks, which nobody puts in order %s: that takes seconds", (_, isOne) => {
    const order = vi.spyOn(String.prototype, "normalize");
    onTestFinished(() => order.mockRestore());
    expect(isOne()).toBe(false);
    expect(order).not.toHaveBeenCalled();
  });

  test.each([
    "ada@example.com",
    "ada.lovelace+acme@mail.example.co.uk",
    "ADA@EXAMPLE.COM",
    "jörg@müller.example",
    "root@localhost",
    "o'brien@example.com",
  ])("is %s", (address) => {
    expect(isEmailAddress(address)).toBe(true);
  });

  test.each([
    "",
    "ada",
    "ada@",
    "@example.com",
    "ada@example@example.com",
    "ada lovelace@example.com",
    "ada@exam ple.com",
    "ada@example.com\nBcc: eve@example.com",
    "ada@example.com\u0000",
    "ada@example.com\n",
    " ada@example.com",
    "ada@example.com,eve@example.com",
    "Ada <ada@example.com>",
    "ada@[192.0.2.7]",
    // Made normal it would hold a semicolon.
    "ada\u037eeve@example.com",
    "ada\u{10ffff}@example.com",
    "ada\ud800@example.com",
  ])("is not %j", (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });

  test("is at most 254 characters long", () => {
    const domain = "@example.com";
    expect(isEmailAddress("a".repeat(longestEmail - domain.length) + domain)).toBe(true);
    expect(isEmailAddress("a".repeat(longestEmail - domain.length + 1) + domain)).toBe(false);
  });

  test("is never one that a header could not hold in one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        if (isEmailAddress(text)) expect(text).not.toMatch(/[\p{Cc}\s<>,;]/u);
      }),
    );
  });
});

test("case and the space around it do not tell two addresses apart, anything else does", () => {
  expect(sameAddress("Ada@Example.com ", "ada@example.COM")).toBe(true);
  expect(sameAddress("ada@example.com", "a.da@example.com")).toBe(false);
});

test.each([
  ["JÖRG@müller.example", "jo\u0308rg@MÜLLER.example"],
  ["\u212aate@example.com", "kate@example.com"],
  ["ΟΔΟΣ@example.com", "οδος@example.com"],
])("%s and %s are one login", (one, other) => {
  expect(sameAddress(one, other)).toBe(true);
});

test("a dotted capital I is another letter than an i, whatever a database makes of it", () => {
  expect(sameAddress("İvi@example.com", "ivi@example.com")).toBe(false);
});

test("plain letters are stored as typed, others in the form by which they are found", () => {
  expect(storedAddress(" Ada@Example.com ")).toBe("Ada@Example.com");
  expect(storedAddress("JÖRG@Example.com")).toBe("jörg@example.com");
  expect(storedAddress("Ida@Example.com")).toBe("ida@example.com");
});

test("the normal form of an address is its own normal form, also as it is stored", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const normal = normalAddress(text);
      expect([normalAddress(normal), normalAddress(storedAddress(text))]).toEqual([normal, normal]);
    }),
  );
});

test.each([
  ["jane@example.com", "j•••@example.com"],
  ["j@example.com", "j•••@example.com"],
  ["🦊fox@example.com", "🦊•••@example.com"],
])("%s is shown as %s", (address, masked) => {
  expect(maskedAddress(address)).toBe(masked);
});
