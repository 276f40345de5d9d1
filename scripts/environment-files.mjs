/** The .env files that Next reads in production, for the scripts that run without Next. What the shell has set wins. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

for (const name of [".env.production.local", ".env.local", ".env.production", ".env"]) {
  if (existsSync(join(root, name))) process.loadEnvFile(join(root, name));
}
