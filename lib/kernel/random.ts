/** The one door by which chance comes in: the operating system's CSPRNG (ASVS 5.0, 6.5.3 and 7.2.3). */
import { randomBytes, randomInt, randomUUID } from "node:crypto";
// With its ending: the start script reads what env.ts imports without a compiler.
import { now } from "./clock.ts";

/** `length` random bytes. */
export function randomSecret(length: number): Buffer {
  return randomBytes(length);
}

/** 256 random bits in base64url (43 characters): for links, cookies and sessions (ASVS 7.2.3 asks for 128). */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether `text` is written as a token is, so that it may be one that was given. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** `count` uniform decimal digits, leading zeros kept (`randomInt` rejects the biased tail). */
export function randomDigits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, "0");
}

/**
 * A name for a row: a UUID that begins with the time (version 7, RFC 9562 §5.7), so that new rows go to the end of an
 * index and not all over it. Not a secret: knowing one opens nothing (ASVS 11.5.1).
 */
export function randomId(): string {
  const time = now().getTime().toString(16).padStart(12, "0");
  const drawn = randomUUID().slice("xxxxxxxx-xxxx-x".length);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${drawn}`;
}
