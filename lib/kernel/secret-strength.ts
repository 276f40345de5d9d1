/** Tells secrets that somebody could guess from random ones, so that a server with a default key does not start. */

/** A random key of 32 bytes has about 30 different ones; fewer than 16 happens once in 10^13 keys. */
const fewestDifferentBytes = 16;
/** Even 32 random hexadecimal digits have fewer than eight different ones only once in millions. */
const fewestDifferentCharacters = 8;

/** Words of documentation and examples: no random secret holds one. */
const placeholders = /secret|change.?me|password|example|default|placeholder|twostep|your[-_ ]/i;

/**
 * What is wrong with the secrets of a server, a line for each: they could be guessed, or one serves two purposes
 * (ASVS 5.0, 11.2.2 and 13.3.1). No line repeats one.
 */
export function weakSecrets(
  { AUTH_SECRET, CRON_SECRET }: { AUTH_SECRET: string; CRON_SECRET?: string | undefined },
  keys: { id: string; secret: Buffer }[],
): string[] {
  const ofTexts = Object.entries({ AUTH_SECRET, CRON_SECRET }).flatMap(([name, text]) => {
    const weakness = text && weaknessOfText(text);
    return weakness ? [`${name} is not safe: it ${weakness}`] : [];
  });
  const ofKeys = keys.flatMap(({ id, secret }) => {
    const weakness = weaknessOfKey(secret);
    return weakness ? [`ENCRYPTION_KEYS is not safe: the key "${id}" ${weakness}`] : [];
  });
  const isTwice = (values: string[]) => new Set(values).size < values.length;
  return [
    ...ofTexts,
    ...ofKeys,
    ...(isTwice(keys.map(({ id }) => id)) ? ["ENCRYPTION_KEYS is not valid: two keys have the same id"] : []),
    ...(isTwice(keys.map(({ secret }) => secret.toString("hex")))
      ? ["ENCRYPTION_KEYS is not safe: two ids have the same key"]
      : []),
    ...(CRON_SECRET === AUTH_SECRET
      ? ["CRON_SECRET is not safe: it is AUTH_SECRET, and each purpose needs its own"]
      : []),
    ...(keys.some(({ secret }) => secret.equals(Buffer.from(AUTH_SECRET, "base64")))
      ? ["AUTH_SECRET is not safe: it is one of ENCRYPTION_KEYS, and each purpose needs its own"]
      : []),
  ];
}

/** What makes the 32 bytes of `key` guessable, or undefined. */
function weaknessOfKey(key: Buffer): string | undefined {
  if (key.length !== 32) return "must have 32 bytes";
  if (new Set(key).size < fewestDifferentBytes)
    return "repeats itself: make one with openssl rand -base64 32";
  if (isCounted(key)) return "counts up or down: make one with openssl rand -base64 32";
  // A random key is text once in 10^13 times; a passphrase always.
  if (key.every((byte) => byte >= 0x20 && byte < 0x7f))
    return "is text: make one with openssl rand -base64 32";
  return undefined;
}

/** What makes `text`, a secret of 32 characters or more, guessable, or undefined. */
function weaknessOfText(text: string): string | undefined {
  if (placeholders.test(text)) return "is the secret of an example";
  if (new Set(text).size < fewestDifferentCharacters) return "repeats itself";
  if (/^(.+?)\1+$/su.test(text)) return "repeats itself";
  if (isCounted(Buffer.from(text))) return "counts up or down";
  return undefined;
}

/** Whether each byte lies as far from the one before, as in 0, 1, 2 …: no such key has ever been drawn by lot. */
function isCounted(bytes: Buffer): boolean {
  const steps = [...bytes].slice(1).map((byte, index) => (byte - (bytes[index] ?? 0) + 256) % 256);
  return new Set(steps).size === 1;
}
