/** The .env files that Next reads in production, for the scripts that run without Next. What the shell has set wins. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

for (const name of [".env.production.local", ".env.local", ".env.production", ".env"]) {
  if (existsSync(join(root, name))) process.loadEnvFile(join(root, name));
}

// Else the server's Next would read them again, and put the value of a variable in the place of each $name, in passwords too.
process.env.__NEXT_PROCESSED_ENV = "true";
