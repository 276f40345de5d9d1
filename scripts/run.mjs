/** Runs programs of the project under its own Node, and leaves none behind. */
import { spawn } from "node:child_process";
import { projectNode, root } from "./install.mjs";

/** Where the programs are that the scripts run. */
export const programs = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  depcruise: "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

/**
 * Runs `program` with `args` to its end and returns its exit code. A signal to stop is passed on, so that what was
 * started ends with what started it.
 */
export function run(program, args = [], environment = {}) {
  const child = spawn(projectNode(), [...nodeOptions, program, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  });
  const pass = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

// `localhost` is 127.0.0.1 everywhere, also where the machine would have looked for ::1 first.
const nodeOptions = ["--dns-result-order=ipv4first"];
