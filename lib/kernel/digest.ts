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

/**
 * The HMAC-SHA-256 of `parts` under the newest key, as `key-id:base64url` (ASVS 5.0, 11.4 and 16.2.5).
 * The parts are told apart: `["ab", "c"]` and `["a", "bc"]` differ.
 */
export function digest(kind: DigestKind, ...parts: string[]): string {
  return digestUnder(keysFor("digest")[0], kind, parts);
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
  const mac = createHmac("sha256", key.secret).update(JSON.stringify([kind, ...parts]));
  return `${key.id}:${mac.digest("base64url")}`;
}
