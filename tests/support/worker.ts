/** A real worker, as an operator starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { onTestFinished } from "vitest";
import { testEnvironment } from "./test-environment";

const root = resolve(import.meta.dirname, "../..");

/** Without tsx's own program around it, nor npm: killing one of those with -9 would leave the worker alive. */
const alone = [process.execPath, "--import", "tsx", "scripts/worker.ts"];

/** Starts one on this test's database, or another one, until the test ends. */
export function startWorker(
  smtpUrl: string,
  [program = "", ...args] = alone,
  postgresUrl = process.env.POSTGRES_URL,
): ChildProcess {
  const worker = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      ...testEnvironment,
      POSTGRES_URL: postgresUrl,
      SMTP_URL: smtpUrl,
      NODE_ENV: "test",
    },
    stdio: "ignore",
  });
  onTestFinished(() => {
    worker.kill("SIGKILL");
  });
  return worker;
}
