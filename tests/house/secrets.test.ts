/** No key of anybody is checked in: not for the product, and not for whatever a developer had at hand. */
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** How secrets begin that are worth something elsewhere, each with one that is worth nothing, in two pieces. */
const kinds: [string, RegExp, [string, string]][] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY/, ["-----BEGIN RSA PRIV", "ATE KEY-----"]],
  ["an AWS key", /\b(AKIA|ASIA)[0-9A-Z]{16}\b/, ["AKIA", "IOSFODNN7EXAMPLE"]],
  ["a GitHub token", /\b(gh[opsur]_\w{36}|github_pat_\w{22})/, ["ghp_", "x".repeat(36)]],
  ["an npm token", /\bnpm_\w{36}\b/, ["npm_", "x".repeat(36)]],
  ["a Slack token", /\bxox[abeoprs]-\w{10}/, ["xoxb-", "1234567890"]],
  ["a Stripe key", /\b[rs]k_live_\w{16}/, ["sk_live_", "x".repeat(24)]],
  ["a Google key", /\bAIza[\w-]{35}/, ["AIza", "x".repeat(35)]],
  ["a SendGrid key", /\bSG\.[\w-]{22}\.[\w-]{43}/, [`SG.${"x".repeat(22)}`, `.${"x".repeat(43)}`]],
  ["a signed token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./, ["eyJhbGciOiJIUzI1NiJ9.", "eyJzdWIiOiIxMjM0NSJ9.x"]],
];

const files = globSync(["*", ".*", ".ci/*", "{app,components,docs,emails,lib,public,scripts,tests}/**/*.*"], {
  cwd: root,
  withFileTypes: true,
  exclude: (entry) => ["node_modules", ".next", ".data", ".git", "test-results"].includes(entry.name),
}).filter((entry) => entry.isFile() && !/^\.env(?!\.example$)|\.(png|woff2|ico)$/.test(entry.name));

test.each(kinds)("%s would be found", (_, pattern, pieces) => {
  expect(pieces.join("")).toMatch(pattern);
});

test("there is none in the project", () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => {
    const path = join(file.parentPath, file.name);
    const text = readFileSync(path, "utf8");
    return kinds.filter(([, pattern]) => pattern.test(text)).map(([kind]) => `${path}: ${kind}`);
  });
  expect(found).toEqual([]);
});

test("the example of an environment brings no secret that would do", () => {
  const example = readFileSync(join(root, ".env.example"), "utf8");
  const secrets = [...example.matchAll(/^#? ?(\w*(?:SECRET|KEYS))=(.*)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(secrets)).toEqual({ AUTH_SECRET: "", ENCRYPTION_KEYS: "", CRON_SECRET: "" });
});
