/** Each rule about imports bites: a small house that breaks every one of them is found out. */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";
import { programs } from "../../scripts/run.mjs";

/** A file that breaks the rule, by what it imports. */
const breaches: Record<string, { file: string; imports: string }> = {
  "no-circles": { file: "lib/mail/chicken.ts", imports: "@/lib/mail/egg" },
  "kernel-knows-nothing": { file: "lib/kernel/clock.ts", imports: "@/lib/accounts/user" },
  "database-on-kernel": { file: "lib/database/migrate.ts", imports: "@/lib/accounts/user" },
  "own-queries": { file: "lib/login/start-login.ts", imports: "@/lib/accounts/queries" },
  "queries-by-verbs": { file: "app/page.tsx", imports: "@/lib/accounts/token-queries" },
  "parts-in-statements": { file: "lib/login/redeem-login.ts", imports: "@/lib/accounts/browser-parts" },
  "sessions-lowest": { file: "lib/sessions/session.ts", imports: "@/lib/accounts/user" },
  "accounts-below": { file: "lib/accounts/confirm-email.ts", imports: "@/lib/two-factor/totp" },
  "two-factor-below": { file: "lib/two-factor/answer-challenge.ts", imports: "@/lib/login/redeem-login" },
  "login-below": { file: "lib/login/start-step-up.ts", imports: "@/lib/organisations/role" },
  "organisations-below": { file: "lib/organisations/edit-user.ts", imports: "@/lib/web/paths" },
  servants: { file: "lib/audit/record-event.ts", imports: "@/lib/accounts/user" },
  "words-alone": { file: "lib/words/en/audit-events.ts", imports: "@/lib/audit/event" },
  "jobs-and-demo-on-top": { file: "lib/mail/worker.ts", imports: "@/lib/jobs/handlers" },
  "next-at-the-edge": { file: "lib/accounts/sign-in.ts", imports: "next-auth" },
  "light-at-the-start": { file: "lib/web/request-scope.ts", imports: "@/lib/kernel/env" },
  "kysely-in-queries": { file: "lib/accounts/check-password.ts", imports: "kysely" },
  "components-blind": { file: "components/field.tsx", imports: "@/lib/kernel/result" },
  "letters-blind": { file: "emails/activation.tsx", imports: "@/lib/accounts/user" },
  "no-tests-in-product": { file: "lib/accounts/seed.ts", imports: "@/tests/support/world" },
  "no-dev-packages": { file: "lib/accounts/fast.ts", imports: "vitest" },
};

/** What keeps every rule, at places where one of them is near. */
const allowed = [
  { file: "lib/accounts/user-queries.ts", imports: "kysely" },
  { file: "lib/accounts/link-parts.ts", imports: "kysely" },
  { file: "lib/accounts/find-user.ts", imports: "@/lib/accounts/queries" },
  { file: "lib/accounts/remember-browser.ts", imports: "@/lib/accounts/browser-parts" },
  { file: "lib/login/redeem-queries.ts", imports: "@/lib/accounts/browser-parts" },
  { file: "lib/two-factor/redeeming-parts.ts", imports: "@/lib/audit/event-parts" },
  { file: "lib/login/complete-login.ts", imports: "@/lib/accounts/user" },
  { file: "lib/web/current.ts", imports: "next-auth" },
  { file: "app/layout.tsx", imports: "@/components/field" },
  { file: "lib/jobs/start-product.ts", imports: "@/lib/demo/seed-demo" },
];

const root = resolve(import.meta.dirname, "../..");
const house = mkdtempSync(join(tmpdir(), "twostep-house-"));
let violations: { rule: string; file: string }[];

beforeAll(() => {
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  for (const name of ["tsconfig.json", "package.json"]) copyFileSync(join(root, name), join(house, name));
  for (const { file, imports } of [...Object.values(breaches), ...allowed]) {
    write(file, `import "${imports}";`);
    if (imports.startsWith("@/") && !existsSync(join(house, `${imports.slice(2)}.ts`)))
      write(`${imports.slice(2)}.ts`, "export {};");
  }
  write("lib/mail/egg.ts", 'import "./chicken";');
  // A direction holds for types, too.
  write(
    "components/panel.tsx",
    'import type { Result } from "@/lib/kernel/result"; export type Panel = Result;',
  );
  violations = cruise();
});

afterAll(() => rmSync(house, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

function cruise() {
  const program = join(root, programs.depcruise);
  const options = ["--config", join(root, ".dependency-cruiser.mjs"), "--preserve-symlinks", "-T", "json"];
  const folders = ["app", "components", "emails", "lib"];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...options, ...folders], {
    cwd: house,
    encoding: "utf8",
  });
  if (!stdout) throw new Error(stderr);
  const { summary }: ICruiseResult = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

test("every rule has a breach here", () => {
  expect(Object.keys(breaches).sort()).toEqual(configuration.forbidden.map(({ name }) => name).sort());
});

test.each(Object.entries(breaches))("%s", (rule, { file }) => {
  expect(violations).toContainEqual({ rule, file });
});

test("a type is an import like any other", () => {
  expect(violations).toContainEqual({ rule: "components-blind", file: "components/panel.tsx" });
});

test.each(allowed)("$file may import $imports", ({ file }) => {
  expect(violations.filter((violation) => violation.file === file)).toEqual([]);
});
