/** The reports of both runners, as they write them about files that fail on purpose. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { readPlaywright, readVitest } from "../../scripts/test-reports.mjs";

const failing = join(import.meta.dirname, "../support/failing");

test("whatever fails in vitest is counted, and said with its title and reason", async () => {
  const said = await readVitest((report: string) =>
    run("vitest/vitest.mjs", [
      "run",
      "--root",
      failing,
      "--config",
      "vitest-config.ts",
      "--reporter=json",
      `--outputFile=${report}`,
    ]),
  );
  expect(said).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  expect(said.failures).toHaveLength(2);
  expect(said.failures).toContainEqual({
    title: expect.stringMatching(/vitest-fails\.ts › numbers one is two$/),
    said: expect.stringContaining("expected 1 to be 2"),
  });
  expect(said.failures).toContainEqual({
    title: expect.stringMatching(/does-not-load\.ts$/),
    said: "does not load",
  });
});

test("whatever fails in Playwright is counted, and said with its title and every reason", async () => {
  const said = await readPlaywright((report: string) => playwright("playwright-fails.ts", report));
  expect(said).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  expect(said.failures).toEqual([
    {
      title: "[no-browser] playwright-fails.ts › one is two",
      said: expect.stringMatching(/Expected: 2\nReceived: 1\n.*Expected: 4\nReceived: 3\n/s),
    },
  ]);
});

test("a file that does not load fails the run", async () => {
  const said = await readPlaywright((report: string) => playwright("does-not-load.ts", report));
  expect(said).toMatchObject({ passed: 0, failed: 1 });
  expect(said.failures).toContainEqual({
    title: expect.stringMatching(/does-not-load\.ts$/),
    said: "Error: does not load",
  });
});

test("a run that writes no report has failed", async () => {
  expect(await readVitest(() => 1)).toEqual({ passed: 0, failed: 1, skipped: 0, failures: [] });
});

function playwright(file: string, report: string): Promise<number> {
  return run(
    "@playwright/test/cli.js",
    ["test", "--config", join(failing, "playwright-config.ts"), "--reporter=json"],
    {
      TWOSTEP_FAILING: file,
      TWOSTEP_FAILING_OUTPUT: join(inject("scratchFolder"), "failing"),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
}

/** Runs a runner as somebody who is inside of none, and returns its exit code. */
async function run(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join("node_modules", program), ...args], {
    stdio: "ignore",
    env: { NODE_ENV: "test", PATH, HOME, FORCE_COLOR: "1", ...environment },
  });
  const [code] = await once(child, "exit");
  return code;
}
