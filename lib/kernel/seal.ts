/** Secrets at rest are sealed with AES-256-GCM: unreadable, and useless when moved to another row. */
import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";
import { keysFor } from "./keys";
import { randomSecret } from "./random";

/** GCM's recommended nonce length in bytes (NIST SP 800-38D §8.2). */
const nonceLength = 12;
const tagLength = 16;

/**
 * Seals `secret` under the newest key, as `key-id:base64url(nonce, tag, ciphertext)`.
 * `belongsTo` names owner and purpose and must be the same when opening.
 */
export function seal(secret: string, belongsTo: string): string {
  const [key] = keysFor("seal");
  const nonce = randomSecret(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key.secret, nonce).setAAD(Buffer.from(belongsTo));
  const hidden = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return `${key.id}:${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url")}`;
}

/** Tells what the keys of ENCRYPTION_KEYS do not open. */
export class Unopened extends Error {}

/** Opens what {@link seal} sealed. Throws {@link Unopened} when the value was changed, moved, or its key is not known. */
export function open(sealed: string, belongsTo: string): string {
  const keyId = sealedUnder(sealed);
  const key = keysFor("seal").find(({ id }) => id === keyId);
  if (!key)
    throw new Unopened(
      `No key "${keyId}" in ENCRYPTION_KEYS, and something is sealed under it: put it back behind the first one.`,
    );
  const bytes = Buffer.from(sealed.slice(keyId.length + 1), "base64url");
  try {
    return decipher(bytes, key.secret, belongsTo);
  } catch (cause) {
    // What Node says of it tells an operator nothing who has restored a backup beside a key of another day.
    throw new Unopened(
      `A value sealed under "${keyId}" does not open: it was changed or moved, or ENCRYPTION_KEYS has another "${keyId}"`,
      { cause },
    );
  }
}

function decipher(bytes: Buffer, key: KeyObject, belongsTo: string): string {
  // With its length: otherwise Node would take a tag cut to four bytes, which can be forged (NIST SP 800-38D, App. C).
  const whole = { authTagLength: tagLength };
  const opening = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength), whole)
    .setAAD(Buffer.from(belongsTo))
    .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  const hidden = bytes.subarray(nonceLength + tagLength);
  return Buffer.concat([opening.update(hidden), opening.final()]).toString("utf8");
}

/** The id of the key that `sealed` was sealed under. */
export function sealedUnder(sealed: string): string {
  return sealed.slice(0, sealed.indexOf(":"));
}
