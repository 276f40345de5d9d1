/** Runs programs of the project under its own Node, and leaves none behind. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectNode, root } from "./install.mjs";

/** Where the programs are that the scripts run. */
export const programs = {
  next: "node_modules/next/dist/bin/next",
  email: "node_modules/react-email/dist/cli/index.mjs",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  depcruise: "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

/** `localhost` is 127.0.0.1 everywhere, also where the machine would have looked for ::1 first. */
const nodeOptions = [
  "--dns-result-order=ipv4first",
  `--import=${pathToFileURL(join(root, "scripts/end-with-parent.mjs")).href}`,
];

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs `program` with `args` to its end and returns its exit code. A signal to stop is passed on, so that what was
 * started ends with what started it.
 */
export function run(program, args = [], environment = {}) {
  const child = spawn(projectNode(), [...nodeOptions, program, ...args], {
    cwd: root,
    // The channel is what tells the child that this process is gone.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      TWOSTEP_STARTED_BY: String(process.pid),
      ...environment,
    },
  });
  const stop = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, stop);
  const watch = watchNpm(() => stop("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, stop);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** npm hands a signal to its shell, which dies of it without a word to us: a new parent is how we learn of it. */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, 500);
  return watch;
}
