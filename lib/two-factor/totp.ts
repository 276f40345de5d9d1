/** Authenticator codes: RFC 6238 with SHA-1, six digits and 30-second steps, which is what every app understands. */
import { generateSync, ScureBase32Plugin } from "otplib";
import { randomSecret } from "@/lib/kernel/random";

/** RFC 6238 §4: the period that every app assumes. */
export const stepSeconds = 30;
/** RFC 6238 §5.2: one step either way, so that a code is usable for at most 90 seconds; the usual case first. */
export const acceptedOffsets = [0, -1, 1];
/** RFC 4226 §4, R6: 160 bits recommended. */
export const secretBytes = 20;
/**
 * Codes this far off (two minutes) say that a phone's clock is wrong; they are refused all the same. The latest step first:
 * of two steps that happen to have the same code, the later one is burnt with the earlier.
 */
const recognisedOffsets = [4, 3, 2, -2, -3, -4];

export type TotpVerdict = { is: "right"; step: number } | { is: "clock-off"; step: number } | { is: "wrong" };

/** A new secret in base32 without padding (32 characters). */
export function newTotpSecret(): string {
  return new ScureBase32Plugin().encode(randomSecret(secretBytes), { padding: false });
}

/** The step that `at` lies in: whole periods since 1970. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds);
}

/** The code of `secret` (base32) in `step`. */
export function totpCode(secret: string, step: number): string {
  return generateSync({
    secret,
    algorithm: "sha1",
    digits: 6,
    period: stepSeconds,
    epoch: step * stepSeconds,
  });
}

/**
 * Says what `code` is to `secret` at the moment `at`. A right code names its step, which must then be claimed by one
 * conditional update: a step is accepted once per user, ever (RFC 6238 §5.2). So does a code of a clock that is off: to
 * name it tells that it is right later, so its step must be burnt before that is said.
 */
export function judgeTotp(secret: string, code: string, at: Date): TotpVerdict {
  const middle = stepAt(at);
  const matching = (offsets: number[]) =>
    offsets.map((offset) => middle + offset).find((step) => totpCode(secret, step) === code);
  const step = matching(acceptedOffsets);
  if (step !== undefined) return { is: "right", step };
  const elsewhen = matching(recognisedOffsets);
  return elsewhen === undefined ? { is: "wrong" } : { is: "clock-off", step: elsewhen };
}

/**
 * The address behind the QR code, after the Key URI format: the issuer is prefix and parameter, and what are defaults
 * is said all the same, because some apps ask for it.
 */
export function otpauthUri(secret: string, organisation: string, address: string): string {
  // A colon would end the issuer early: apps split the label there.
  const issuer = encodeURIComponent(organisation.replaceAll(":", " "));
  const label = `${issuer}:${encodeURIComponent(address)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=6&period=${stepSeconds}`;
}

/** The secret as people copy it by hand: groups of four. */
export function groupedSecret(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(" ");
}
