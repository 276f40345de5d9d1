/** What demo and dev need not be given: secrets are made at the first start and kept, so that logins survive a restart. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
// With its ending: the start script reads these files without a compiler.
import { randomSecret } from "./random.ts";

/** The address of this computer, and secrets from `folder` unless both are `given`. */
export function madeFor(given: Record<string, string | undefined>, folder: string): Record<string, string> {
  const isGiven = given.AUTH_SECRET && given.ENCRYPTION_KEYS;
  return { AUTH_URL: `http://localhost:${given.PORT ?? "3000"}`, ...(!isGiven && madeSecrets(folder)) };
}

function madeSecrets(folder: string): Record<string, string> {
  const file = join(folder, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const secrets = {
      AUTH_SECRET: randomSecret(32).toString("base64"),
      ENCRYPTION_KEYS: `first:${randomSecret(32).toString("base64")}`,
    };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
