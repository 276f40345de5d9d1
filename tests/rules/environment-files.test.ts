/** What stands in an .env file means the same to the commands and to the server behind Next. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test("a password keeps its $ when Next reads the files, too", () => {
  const folder = mkdtempSync(join(tmpdir(), "twostep-env-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const url = "smtp://user:pa$HOME@mail.example.com";
  writeFileSync(join(folder, ".env"), `SMTP_URL=${url}\n`);
  const readAsNextDoes = `
    process.loadEnvFile(${JSON.stringify(join(folder, ".env"))});
    await import("./scripts/environment-files.mjs");
    const { default: next } = await import("@next/env");
    next.loadEnvConfig(${JSON.stringify(folder)}, false);
    process.stdout.write(process.env.SMTP_URL);
  `;
  const { SMTP_URL: _, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", readAsNextDoes], {
    encoding: "utf8",
    env: { ...env, NODE_ENV: "production" },
  });
  expect(stdout).toBe(url);
});
