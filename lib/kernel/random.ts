/** The one door by which chance comes in: the operating system's CSPRNG (ASVS 5.0, 6.5.3 and 7.2.3). */
import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** `length` random bytes. */
export function randomSecret(length: number): Buffer {
  return randomBytes(length);
}

/** 256 random bits in base64url (43 characters): for links, cookies and sessions (ASVS 7.2.3 asks for 128). */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** `count` uniform decimal digits, leading zeros kept (`randomInt` rejects the biased tail). */
export function randomDigits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, "0");
}

/** A name for a row. Not a secret: knowing one opens nothing (ASVS 11.5.1). */
export function randomId(): string {
  return randomUUID();
}
