/** A side of the comparison: it knows its own users and how each step of a login is asked of it. */
import { createHmac, randomBytes } from "node:crypto";
import type { Answer, Request } from "../measure/load";

export type User = {
  email: string;
  /** Each user sits at an address of their own, so that the limits per address stay on and count truly. */
  address: string;
  /** The bytes of the authenticator's secret. */
  key: Buffer;
};

export type Step = "password" | "totp" | "send-code" | "mail-code" | "session";

export type Side = {
  name: string;
  /** The cookies of a browser in which `user` has logged in before. */
  browser(user: User): string;
  /** Requests of each step; `cookies` are those that the step before has left in the browser. */
  password(user: User): Request;
  totp(user: User, cookies: string): Request;
  sendCode(user: User, cookies: string): Request;
  mailCode(user: User, cookies: string, code: string): Request;
  session(user: User, cookies: string): Request;
  /** Whether `answer` is that of a right step: a measurement of refusals would be worth nothing. */
  isRight(step: Step, answer: Answer): boolean;
};

export const password = "tangerine harbour seventy";

export function makeUsers(count: number, prefix: string): User[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `${prefix}-${index}@bench.example`,
    address: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    // Printable, because the peer takes the letters of a secret as its bytes.
    key: Buffer.from(randomBytes(15).toString("base64url")),
  }));
}

/** The code that an authenticator shows now (RFC 6238 with SHA-1, six digits, 30 seconds). */
export function codeNow(key: Buffer): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  const offset = (mac[19] as number) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** What every browser says of itself. */
export function browserHeaders(origin: string, user: User, cookies = ""): Record<string, string> {
  return {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0",
    Accept: "text/html,application/xhtml+xml",
    "Accept-Language": "en",
    Origin: origin,
    "Sec-Fetch-Site": "same-origin",
    "X-Forwarded-For": user.address,
    ...(cookies && { Cookie: cookies }),
  };
}
