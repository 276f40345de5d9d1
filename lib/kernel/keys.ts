/** One key per purpose, derived from each of ENCRYPTION_KEYS, so that a leak of one use is not a leak of another. */
import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { environment } from "./env";

/** What a key is for: `seal` hides secrets at rest, `digest` is the pepper of stored codes and tokens. */
export type KeyPurpose = "seal" | "digest";

/** `secret` as an object that Node has taken in: handed over as bytes, each digest would take nine times as long. */
export type Key = { id: string; secret: KeyObject };

const derived = new Map<KeyPurpose, [Key, ...Key[]]>();

/** The keys for `purpose`: the first is for writing, all of them are for reading (docs/security.md, Keys). */
export function keysFor(purpose: KeyPurpose): [Key, ...Key[]] {
  let keys = derived.get(purpose);
  if (!keys) {
    keys = environment().encryptionKeys.map(({ id, secret }) => ({
      id,
      // HKDF (RFC 5869) with the purpose as info: 256 bits for AES-256 and HMAC-SHA-256 alike.
      secret: createSecretKey(Buffer.from(hkdfSync("sha256", secret, "twostep", purpose, 32))),
    })) as [Key, ...Key[]];
    derived.set(purpose, keys);
  }
  return keys;
}
