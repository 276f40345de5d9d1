/** What stands in an .env file means the same to the commands and to the server behind Next. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test.each(["production", "development"] as const)(
  "a password keeps its $ when Next reads the files, too, in %s",
  (mode) => {
    const folder = mkdtempSync(join(tmpdir(), "twostep-env-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const url = "smtp://user:pa$HOME@mail.example.com";
    writeFileSync(join(folder, ".env"), "SMTP_URL=smtp://another.example.com\n");
    writeFileSync(join(folder, `.env.${mode}.local`), `SMTP_URL=${url}\n`);
    const readAsNextDoes = `
      const { readEnvironmentFiles } = await import("./scripts/read-environment-files.mjs");
      readEnvironmentFiles(${JSON.stringify(mode)}, ${JSON.stringify(folder)});
      const { default: next } = await import("@next/env");
      next.loadEnvConfig(${JSON.stringify(folder)}, ${mode === "development"});
      process.stdout.write(process.env.SMTP_URL);
    `;
    const { SMTP_URL: _, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", readAsNextDoes], {
      encoding: "utf8",
      env: { ...env, NODE_ENV: mode },
    });
    expect(stdout).toBe(url);
  },
);

test("what Node reads before it begins holds for the worker as it does for a server", () => {
  const folder = mkdtempSync(join(tmpdir(), "twostep-env-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("scripts", join(folder, "scripts"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, ".env"), "NODE_EXTRA_CA_CERTS=/etc/acme.pem\n");
  const asItBegan = "process.stdout.write(String(process.env.NODE_EXTRA_CA_CERTS));";
  writeFileSync(join(folder, "scripts", "worker.ts"), asItBegan);
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, [join(folder, "scripts", "start-worker.mjs")], {
    encoding: "utf8",
    env,
  });
  expect(stdout).toBe("/etc/acme.pem");
});
