/** Builds the product (`npm run build`); the demo asks for it only when something has changed since. */
import { hkdfSync } from "node:crypto";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isNewEnough, root } from "./install.mjs";
import { programs, run } from "./run.mjs";
import { takesNothing } from "./takes-nothing.mjs";

const stamp = join(root, ".next", "BUILD_ID");

/** What the build is made of. A folder's own time tells of files that went away. */
const sources = [
  ...["app", "components", "emails", "lib", "public"],
  ...[
    "instrumentation.ts",
    "proxy.ts",
    "next.config.mjs",
    "scripts/answer-headers.mjs",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ],
];

/** Runs `next build`; returns its exit code. */
export async function build() {
  const began = new Date();
  const code = await run(programs.next, ["build"], { NODE_ENV: "production", ...actionsKey(process.env) });
  // What was edited while it was being built is newer than the build.
  if (code === 0) utimesSync(stamp, began, began);
  return code;
}

/**
 * The key by which Next names actions. It makes one up for each machine that builds: then no page knows the forms of a
 * build from elsewhere, be it another instance or the next version. From the secret of the deployment they all get the same.
 * @param {Record<string, string | undefined>} environment
 * @returns {Record<string, string>}
 */
export function actionsKey({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given, AUTH_SECRET: secret }) {
  if (given || !secret) return {};
  const key = hkdfSync("sha256", secret, "", "twostep: names of server actions", 32);
  return { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.from(key).toString("base64") };
}

/** Whether the build in .next is newer than everything that it is made of. */
export function isBuilt() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) => newest(join(root, source)) < built);
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  takesNothing("npm run build\nBuilds the product.");
  // As in start.mjs: an older Node does not read .env files.
  if (!isNewEnough(process.versions.node)) process.exit(await run("scripts/build.mjs"));
  await import("./environment-files.mjs");
  process.exit(await build());
}
