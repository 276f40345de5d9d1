/** better-auth as its manual sets it up, on a pool of Postgres connections as large as ours. */
import { verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";

// For whoever makes users: its packages lie in this folder, where only this folder finds them.
export { hashPassword as scrypt, symmetricEncrypt } from "better-auth/crypto";
export { getMigrations } from "better-auth/db/migration";

import { poolLikeOurs } from "./pool";
import { sendCode } from "./send-code";

/** `scrypt` is what it does by itself; `stub` takes every password, to measure all that is not the hash. */
export const hashings = ["scrypt", "argon2id", "stub"] as const;
export type Hashing = (typeof hashings)[number];

export function authWith(hashing: Hashing, postgresUrl: string, origin: string) {
  return betterAuth({
    baseURL: origin,
    basePath: `/api/auth/${hashing}`,
    secret: "of the bench, and of nothing else: 32 characters and more",
    database: poolLikeOurs(postgresUrl),
    emailAndPassword: { enabled: true, password: passwords[hashing] },
    telemetry: { enabled: false },
    plugins: [
      twoFactor({
        otpOptions: {
          sendOTP: ({ user, otp }: { user: { email: string }; otp: string }) => sendCode(user.email, otp),
        },
      }),
    ],
  });
}

const passwords = {
  scrypt: undefined,
  argon2id: {
    hash: async () => "",
    verify: ({ hash, password }: { hash: string; password: string }) => verify(hash, password),
  },
  stub: { hash: async () => "", verify: async () => true },
} satisfies Record<Hashing, unknown>;

/** The instances of this process, each made once. */
const made = new Map<string, ReturnType<typeof authWith>>();

export function auth(hashing: Hashing) {
  const found = made.get(hashing) ?? authWith(hashing, given("BESIDE_PEER_URL"), given("BESIDE_ORIGIN"));
  made.set(hashing, found);
  return found;
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}
