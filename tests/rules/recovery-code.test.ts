import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeRecoveryCode } from "@/lib/two-factor/judge-recovery-code";
import {
  areFew,
  cleanedRecoveryCode,
  codesPerBatch,
  isWellFormedRecoveryCode,
  newBatchSalt,
  newRecoveryCodes,
  recoveryCodeDigest,
  saltOf,
} from "@/lib/two-factor/recovery-code";

test("a batch has ten different codes of 80 bits in groups of four", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(codesPerBatch);
  expect(codesPerBatch).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(code).not.toMatch(/[ILOU]/);
    expect(isWellFormedRecoveryCode(code)).toBe(true);
  }
});

test("every letter of the alphabet comes up", () => {
  const seen = new Set(Array.from({ length: 50 }, newRecoveryCodes).flat().join("").replaceAll("-", ""));
  expect(seen.size).toBe(32);
});

describe("what people type", () => {
  test.each([
    ["7k3m-q9xt-b4hn-2rwp", "7K3M-Q9XT-B4HN-2RWP"],
    ["7K3MQ9XTB4HN2RWP", "7K3M-Q9XT-B4HN-2RWP"],
    [" 7K3M Q9XT  B4HN 2RWP\n", "7K3M-Q9XT-B4HN-2RWP"],
    ["7K3M–Q9XT—B4HN‑2RWP", "7K3M-Q9XT-B4HN-2RWP"],
    ["OOOO-IIII-LLLL-oil0", "0000-1111-1111-0110"],
    ["7K3MQ9XTB4HN2RWP", "7K3M-Q9XT-B4HN-2RWP"],
  ])("%j is read as %s", (typed, code) => {
    expect(cleanedRecoveryCode(typed)).toBe(code);
    expect(isWellFormedRecoveryCode(code)).toBe(true);
  });

  test.each(["", "7K3M", "7K3M-Q9XT-B4HN-2RW", "7K3M-Q9XT-B4HN-2RWPP", "7K3M-Q9XT-B4HN-2RWU", "123456"])(
    "%j is no code",
    (typed) => {
      expect(isWellFormedRecoveryCode(cleanedRecoveryCode(typed))).toBe(false);
    },
  );

  test("however it is spaced and cased, a code stays the same", () => {
    const character = fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    const gap = fc.constantFrom("", " ", "-", "\t");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(character, gap, fc.boolean()), { minLength: 16, maxLength: 16 }),
        (typed) => {
          const plain = typed.map(([letter]) => letter).join("");
          const written = typed.map(
            ([letter, space, lower]) => (lower ? letter.toLowerCase() : letter) + space,
          );
          expect(cleanedRecoveryCode(written.join(""))).toBe(cleanedRecoveryCode(plain));
        },
      ),
    );
  });
});

test("one salt per batch makes a code found by its digest, and different batches different", async () => {
  const [code = ""] = newRecoveryCodes();
  const salt = newBatchSalt();
  const stored = await recoveryCodeDigest(code, salt);
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=12288,t=3,p=1\$/);
  expect(saltOf(stored)).toEqual(salt);
  expect(await recoveryCodeDigest(code, saltOf(stored))).toBe(stored);
  expect(await recoveryCodeDigest(code, newBatchSalt())).not.toBe(stored);
});

test("a code of the batch is right until it was used, and every other one is wrong", async () => {
  const [fresh = "", used = "", other = ""] = newRecoveryCodes();
  const [salt, madeAt] = [newBatchSalt(), new Date()];
  const kept = async (code: string, usedAt: Date | null) => ({
    ...{ madeAt, usedAt, saved: true },
    digest: await recoveryCodeDigest(code, salt),
  });
  const batch = [await kept(fresh, null), await kept(used, madeAt)];
  expect(await judgeRecoveryCode(batch, fresh)).toEqual({ is: "right", digest: batch[0]?.digest });
  expect(await judgeRecoveryCode(batch, used)).toEqual({ is: "used-already" });
  expect(await judgeRecoveryCode(batch, other)).toEqual({ is: "wrong" });
  expect(await judgeRecoveryCode([], fresh)).toEqual({ is: "wrong" });
});

test.each([
  [0, true],
  [3, true],
  [4, false],
])("%i codes left are few: %s", (left, few) => {
  expect(areFew(left)).toBe(few);
});
