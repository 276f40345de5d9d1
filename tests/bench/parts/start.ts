/** From the command to the first page: `npm start` in production, and the demo on a machine that has its packages. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { database } from "@/lib/database/connection";
import { root } from "../../../scripts/install.mjs";
import { prepare } from "../../support/prepare";
import { testEnvironment } from "../../support/test-environment";
import { dropBenchDatabases, emptyDatabase } from "../measure/databases";
import { median, spread } from "../measure/numbers";
import { type Findings, table } from "../measure/report";
import { freePort, startNpm } from "../measure/servers";
import { openSink } from "../measure/sink";

const rounds = 5;

export async function measure(): Promise<Findings> {
  const { url } = await emptyDatabase("start");
  process.env.POSTGRES_URL = url;
  const sink = await openSink();
  try {
    await prepare(database());
    const production: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      production.push(
        await timeToLogin(["start"], root, { ...testEnvironment, POSTGRES_URL: url, SMTP_URL: sink.url }),
      );
    const demo = await timeOfDemo();
    return {
      title: "Starting",
      goals: [
        {
          what: "`npm start` to the first answer",
          goal: "≤ 3 s",
          measured: `${spread(production)} s`,
          met: median(production) <= 3,
        },
        {
          what: "`npm run demo` to the first login page, packages installed, nothing built",
          goal: "≤ 60 s",
          measured: `${demo.toFixed(0)} s`,
          met: demo <= 60,
        },
      ],
      text: table(
        ["", "seconds"],
        [
          ["`npm start`, to a whole `/login`", spread(production)],
          [
            "`npm run demo`, with its build and a new embedded database, to a whole `/login`",
            demo.toFixed(1),
          ],
        ],
      ),
    };
  } finally {
    sink.close();
    await database().destroy();
    await dropBenchDatabases();
  }
}

/** The demo of a copy of the project that was never built. */
async function timeOfDemo(): Promise<number> {
  const copy = mkdtempSync(join(tmpdir(), "twostep-bench-demo-"));
  try {
    const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
      .split("\n")
      .filter((file) => file && existsSync(join(root, file)));
    for (const file of files) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
    const packages = [join(root, "node_modules"), join(copy, "node_modules")];
    // Links where they can be: a gigabyte of packages is not what is measured.
    if (spawnSync("cp", ["-al", ...packages]).status !== 0) spawnSync("cp", ["-a", ...packages]);
    return await timeToLogin(["run", "demo"], copy, {});
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Seconds from the command to a login page that has arrived whole. */
async function timeToLogin(
  words: string[],
  cwd: string,
  environment: Record<string, string>,
): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const npm = startNpm(words, cwd, {
    PORT: String(port),
    AUTH_URL: `http://localhost:${port}`,
    ...environment,
  });
  try {
    for (;;) {
      const page = await fetch(`http://localhost:${port}/login`)
        .then((answer) => (answer.ok ? answer.text() : ""))
        .catch(() => "");
      if (page.includes("</html>")) return (performance.now() - began) / 1000;
      if (npm.exitCode() !== null) throw new Error(`npm ${words.join(" ")} ended with ${npm.exitCode()}`);
      await pause(20);
    }
  } finally {
    await npm.stop();
  }
}
