import { createHmac } from "node:crypto";
import { ScureBase32Plugin } from "otplib";
import { describe, expect, test } from "vitest";
import { groupedSecret, judgeTotp, newTotpSecret, otpauthUri, stepAt, totpCode } from "@/lib/two-factor/totp";

const base32 = (text: string) => new ScureBase32Plugin().encode(Buffer.from(text), { padding: false });
const rfcSecret = base32("12345678901234567890");
const at = (seconds: number) => new Date(seconds * 1000);

describe("RFC 4226, appendix D", () => {
  const codes = [
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
  ];
  test.each(codes.map((code, counter) => ({ counter, code })))(
    "counter $counter gives $code",
    ({ counter, code }) => {
      expect(totpCode(rfcSecret, counter)).toBe(code);
    },
  );
});

describe("RFC 6238, appendix B, SHA-1, last six digits", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("second %i gives %s", (second, code) => {
    expect(totpCode(rfcSecret, stepAt(at(second)))).toBe(code);
  });
});

describe("drift", () => {
  const secret = newTotpSecret();
  const moment = at(1_800_000_000);
  const step = stepAt(moment);
  test.each([-1, 0, 1])("a code %i steps off is right and names its step", (off) => {
    expect(judgeTotp(secret, totpCode(secret, step + off), moment)).toEqual({
      is: "right",
      step: step + off,
    });
  });
  test.each([-4, -3, -2, 2, 3, 4])(
    "a code %i steps off is refused, and the phone's clock is named",
    (off) => {
      // With its step, which must never be right later: see `countFailure`.
      expect(judgeTotp(secret, totpCode(secret, step + off), moment)).toEqual({
        is: "clock-off",
        step: step + off,
      });
    },
  );
  test.each([-5, 5])("a code %i steps off is just wrong", (off) => {
    expect(judgeTotp(secret, totpCode(secret, step + off), moment)).toEqual({ is: "wrong" });
  });
});

test("a code of this implementation is that of plain HMAC-SHA-1 truncation", () => {
  const secret = newTotpSecret();
  const key = new ScureBase32Plugin().decode(secret);
  for (const step of [1, 59_999_999, 2 ** 33]) {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const mac = createHmac("sha1", key).update(counter).digest();
    const offset = (mac[19] ?? 0) & 15;
    const code = ((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).toString().padStart(6, "0");
    expect(totpCode(secret, step)).toBe(code);
  }
});

test("a secret has 160 bits: 32 base32 characters, no padding, never twice", () => {
  const secrets = Array.from({ length: 100 }, newTotpSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(secrets).size).toBe(100);
  expect(groupedSecret("ABCDEFGH")).toBe("ABCD EFGH");
});

test("the address of the QR code names issuer and account, and everything in them is escaped", () => {
  expect(otpauthUri("ABC", "Acme & Söhne: Nord", "j+x@example.com")).toBe(
    "otpauth://totp/Acme%20%26%20S%C3%B6hne%20%20Nord:j%2Bx%40example.com?secret=ABC" +
      "&issuer=Acme%20%26%20S%C3%B6hne%20%20Nord&algorithm=SHA1&digits=6&period=30",
  );
});
