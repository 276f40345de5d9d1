/** What cannot start ends, and says why: Next alone would go on, and answer everybody that it has a fault. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { blankVariables } from "../../scripts/blank-variables.mjs";

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twostep-start-"));
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a folder that somebody else has open is refused in a sentence @javascript", async () => {
  writeFileSync(join(folder, "database.lock"), String(process.pid));
  const { status, said } = await startDemo(folder);
  expect(said).toMatch(new RegExp(`^The embedded database is in use by process ${process.pid}\\. .*\\n$`));
  expect(status).toBe(1);
});

test("a folder in which nothing can be kept is refused in a sentence @javascript", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const { status, said } = await startDemo(join(file, "data"));
  expect(said).toMatch(/^Nothing can be kept there: ENOTDIR.* \(TWOSTEP_DATA\)\n$/);
  expect(status).toBe(1);
});

/** What the demo complains of when it keeps its data in `data`, and how it ends. */
async function startDemo(data: string): Promise<{ status: number | null; said: string }> {
  const demo = {
    ...blankVariables,
    NODE_ENV: "production",
    TWOSTEP_MODE: "demo",
    TWOSTEP_DATA: data,
  } as const;
  const server = spawn(process.execPath, ["scripts/server.mjs", "--port", "0", "--hostname", "localhost"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...demo, PORT: "3999" },
  });
  const giveUpWaiting = setTimeout(() => server.kill("SIGKILL"), 30_000);
  const [said] = await Promise.all([text(server.stderr), once(server, "exit")]);
  clearTimeout(giveUpWaiting);
  return { status: server.exitCode, said };
}
