import { createHash } from "node:crypto";
import { blankVariables } from "../../scripts/blank-variables.mjs";

/** 32 bytes that look drawn by lot, and are the same in every run. */
export const randomKey = (seed: string): Buffer => createHash("sha256").update(seed).digest();

/** The environment that every test runs in, whatever the shell around it or an .env file has set. */
export const testEnvironment = {
  ...blankVariables,
  AUTH_SECRET: randomKey("of the tests, and of nothing else").toString("hex"),
  AUTH_URL: "http://localhost:3000",
  // Two keys, so that whatever reads only the newest one is found out.
  ENCRYPTION_KEYS: `second:${randomKey("second").toString("base64")},first:${randomKey("first").toString("base64")}`,
  MAIL_FROM: "Twostep <twostep@example.com>",
  // What pages and letters say of a moment is the same in every office.
  TZ: "UTC",
};
