/** What is typed behind a command is read before anything is done. */
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { blankVariables } from "../../scripts/blank-variables.mjs";

const commands = {
  migrate: "migrate.ts",
  "keys:rotate": "keys-rotate.ts",
  "admin:create": "admin-create.ts",
  seed: "seed.ts",
  worker: "start-worker.mjs",
  demo: "demo.mjs",
  dev: "dev.mjs",
  start: "start.mjs",
  build: "build.mjs",
  email: "email.mjs",
  screenshots: "screenshots.mjs",
};

/** Runs `script` where nothing is set, so that whatever it did would fail, or take too long. */
function run(script: string, ...given: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", `scripts/${script}`, ...given],
    { encoding: "utf8", timeout: 60_000, env: { ...process.env, ...blankVariables, NODE_ENV: "production" } },
  );
  return { status, stdout, stderr };
}

describe.each(Object.entries(commands))("npm run %s", (command, script) => {
  test("--help says how it is used, and does nothing", () => {
    const { status, stdout, stderr } = run(script, "--help");
    expect(stdout).toMatch(new RegExp(`^npm (run )?${command}\\b`));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("refuses what it does not know, says how it is used, and does nothing", () => {
    const { status, stdout, stderr } = run(script, "--dry-run");
    expect(stderr).toContain("--dry-run");
    expect(stderr).toMatch(new RegExp(`^npm (run )?${command}\\b`, "m"));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });
});

test("npm run seed takes no name for an organisation that the product would refuse", () => {
  const { status, stderr } = run("seed.ts", "--organisation", "x".repeat(101), "--users", "1");
  expect(stderr).toBe("--organisation must be one line of at most 100 characters.\n");
  expect(status).toBe(1);
});
