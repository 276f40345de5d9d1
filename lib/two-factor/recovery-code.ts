/** Recovery codes: ten ways back in when the authenticator is lost, each good for one login. */
import { hash } from "@node-rs/argon2";
import { randomSecret } from "@/lib/kernel/random";

export const codesPerBatch = 10;
/** From this many left on, people are told to make new ones. */
export const fewCodesLeft = 3;

/** One code of a batch as it is kept. */
export type StoredRecoveryCode = { digest: string; madeAt: Date; usedAt: Date | null; saved: boolean };

/** How many codes of `batch` still open a login. */
export function codesLeft(batch: StoredRecoveryCode[]): number {
  return batch.filter(({ usedAt }) => usedAt === null).length;
}

/** Whether the owner of `batch` has it: they said so, or used one of it. Of no codes at all there is nothing to save. */
export function areSaved(batch: StoredRecoveryCode[]): boolean {
  return batch.every(({ saved }) => saved) || batch.some(({ usedAt }) => usedAt !== null);
}

/** Whether `left` codes are so few that their owner should make new ones. */
export function areFew(left: number): boolean {
  return left <= fewCodesLeft;
}

/** ASVS 5.0, 6.5.2: a password hash, because 80 bits are less than 112; NIST allows a small work factor. */
export const recoveryCodeHashing = { memoryCost: 12_288, timeCost: 3, parallelism: 1 };

/** Crockford's base32: no I, L, O or U, so that nothing is misread. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 16 characters of 5 bits are 80 bits; NIST SP 800-63B-4 §4.2.1.1 asks for 64. */
export const recoveryCodeLength = 16;

/** A batch of ten different codes in groups of four, as they are shown once. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < codesPerBatch)
    codes.add(grouped([...randomSecret(recoveryCodeLength)].map((byte) => alphabet[byte % 32]).join("")));
  return [...codes];
}

/**
 * What people type as it was shown: lower case, spaces, marks that nobody sees, missing hyphens, O for 0, and I or L for
 * 1 are forgiven.
 */
export function cleanedRecoveryCode(typed: string): string {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}]/gu, "");
  return grouped(plain.replaceAll("O", "0").replaceAll(/[IL]/g, "1"));
}

/** Whether a cleaned code is written as ours are; one that is not costs no hash. */
export function isWellFormedRecoveryCode(code: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/.test(code);
}

/** A salt for one batch: one salt for ten codes, so that checking a code costs one hash and not ten. */
export function newBatchSalt(): Buffer {
  return randomSecret(16);
}

/** The stored form of `code` (PHC). The same code and salt give the same text, which one look-up then finds. */
export function recoveryCodeDigest(code: string, salt: Buffer): Promise<string> {
  return hash(code, { ...recoveryCodeHashing, salt });
}

/** The salt that a stored code was hashed with. */
export function saltOf(stored: string): Buffer {
  return Buffer.from(stored.split("$")[4] ?? "", "base64");
}

function grouped(plain: string): string {
  return (plain.match(/.{1,4}/gu) ?? []).join("-");
}
