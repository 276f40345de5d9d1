/** Codes and tokens are stored as keyed digests: whoever reads the database can neither use nor guess them. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { type Key, keysFor } from "./keys";

/** What is digested, so that a digest of one kind never answers for another. */
export type DigestKind =
  | "security-code"
  | "pending-login"
  | "session"
  | "email-token"
  | "throttle"
  | "known-browser";

/** What follows from the token of a login, or of a mailed link. */
export type DerivedKind = "session-of-login" | "browser-of-login" | "browser-of-link";

/**
 * The HMAC-SHA-256 of `parts` under the newest key, as `key-id:base64url` (ASVS 5.0, 11.4 and 16.2.5).
 * The parts are told apart: `["ab", "c"]` and `["a", "bc"]` differ.
 */
export function digest(kind: DigestKind, ...parts: string[]): string {
  return digestUnder(keysFor("digest")[0], kind, parts);
}

/**
 * A 256-bit token in base64url that follows from `token`: the same each time, and not to be had from it without the
 * newest key.
 */
export function derivedToken(kind: DerivedKind, token: string): string {
  return mac(keysFor("digest")[0], kind, [token]);
}

/** The digests of `parts` under every key, newest first: what a look-up must ask for while keys are rotated. */
export function digests(kind: DigestKind, ...parts: string[]): string[] {
  return keysFor("digest").map((key) => digestUnder(key, kind, parts));
}

/** Whether `stored` is the digest of `parts` under any key, compared in constant time. */
export function matches(stored: string, kind: DigestKind, ...parts: string[]): boolean {
  const expected = Buffer.from(stored);
  return digests(kind, ...parts)
    .map((candidate) => Buffer.from(candidate))
    .some((candidate) => candidate.length === expected.length && timingSafeEqual(candidate, expected));
}

function digestUnder(key: Key, kind: DigestKind, parts: string[]): string {
  return `${key.id}:${mac(key, kind, parts)}`;
}

function mac(key: Key, kind: DigestKind | DerivedKind, parts: string[]): string {
  return createHmac("sha256", key.secret)
    .update(JSON.stringify([kind, ...parts]))
    .digest("base64url");
}
