import { describe, expect, test } from "vitest";
import { after } from "@/lib/kernel/clock";
import { milliseconds } from "@/lib/kernel/duration";
import { type Challenge, judgeCode, liveChallenge } from "@/lib/two-factor/challenge";
import {
  cleanedCode,
  codeDigest,
  codeLife,
  isWellFormedCode,
  newSecurityCode,
} from "@/lib/two-factor/security-code";

const sentAt = new Date("2027-05-03T14:32:00.000Z");
const challenge = (id: string, code: string, changes: Partial<Challenge> = {}): Challenge => ({
  id,
  codeDigest: codeDigest(id, code),
  sentAt,
  expiresAt: after(sentAt, codeLife),
  replacedAt: null,
  usedAt: null,
  ...changes,
});
const later = (age: number) => after(sentAt, milliseconds(age));

describe("a code holds for 90 seconds and not one millisecond more", () => {
  test.each([
    [0, "right"],
    [89_999, "right"],
    [90_000, "run-out"],
    [90_001, "run-out"],
  ])("after %i ms it is %s", (age, verdict) => {
    expect(judgeCode([challenge("a", "123456")], "123456", later(age)).is).toBe(verdict);
  });
});

test("a code of another challenge is wrong, even when its digits are right", () => {
  const stolen = { ...challenge("b", "123456"), codeDigest: codeDigest("a", "123456") };
  expect(judgeCode([stolen], "123456", sentAt)).toEqual({ is: "wrong" });
});

test("a replaced code says so, and the newer one opens", () => {
  const codes = [challenge("new", "222222"), challenge("old", "111111", { replacedAt: sentAt })];
  expect(judgeCode(codes, "111111", sentAt)).toEqual({ is: "replaced" });
  expect(judgeCode(codes, "222222", sentAt)).toEqual({ is: "right", challengeId: "new" });
  expect(liveChallenge(codes)?.id).toBe("new");
});

test("a used code says so", () => {
  expect(judgeCode([challenge("a", "123456", { usedAt: sentAt })], "123456", sentAt)).toEqual({
    is: "used-already",
  });
});

test("when the time is up, a wrong code is told the same as a right one", () => {
  expect(judgeCode([challenge("a", "123456")], "999999", later(90_000))).toEqual({ is: "run-out" });
  expect(judgeCode([], "123456", sentAt)).toEqual({ is: "run-out" });
});

test("spaces, hyphens, wide digits and unseen marks in a typed code are forgiven, and nothing else", () => {
  expect(cleanedCode(" 123-456 ")).toBe("123456");
  expect(cleanedCode("123 456")).toBe("123456");
  expect(cleanedCode("\u200e１２３\u00ad４５６")).toBe("123456");
  expect(["12345", "1234567", "12345a", "１２３４５６", ""].filter(isWellFormedCode)).toEqual([]);
});

test("codes are uniform over a million values and keep their leading zeros", () => {
  const codes = Array.from({ length: 100_000 }, newSecurityCode);
  expect(codes.every(isWellFormedCode)).toBe(true);
  const firstDigits = Map.groupBy(codes, (code) => code[0] ?? "");
  const expected = codes.length / 10;
  const chiSquare = [...firstDigits.values()].reduce(
    (sum, { length }) => sum + (length - expected) ** 2 / expected,
    0,
  );
  // 9 degrees of freedom: 33.7 is exceeded once in 10,000 runs.
  expect(firstDigits.size).toBe(10);
  expect(chiSquare).toBeLessThan(33.7);
});
