/** The .env files that Next reads, read before it does. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

/** Reads those of `mode`, production or development, into the environment. What the shell has set wins. */
export function readEnvironmentFiles(mode, folder = root) {
  for (const name of [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"]) {
    if (existsSync(join(folder, name))) process.loadEnvFile(join(folder, name));
  }
  // Else the server's Next would read them again, and put the value of a variable in the place of each $name, in
  // passwords too. In dev it still does so with one that is changed while it runs, until the next start.
  process.env.__NEXT_PROCESSED_ENV = "true";
}
