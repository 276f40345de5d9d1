/** Starts what is measured: the built product, and the Next app with the peer and the target, each on a free port. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectNode, root } from "../../../scripts/install.mjs";
import { programs, run } from "../../../scripts/run.mjs";
import { testEnvironment } from "../../support/test-environment";

export type Server = { origin: string; pid: number; stop(): Promise<void> };

const started = new Set<ChildProcess>();
// Whatever happens to the bench, nothing of it stays behind.
process.on("exit", () => {
  for (const child of started) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

/** The built product, as `npm start` runs it. Its clients stand behind one proxy: that is how they get addresses. */
export async function startProduct(environment: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const child = start(["scripts/server.mjs", "--hostname", "127.0.0.1", "--port", String(port)], root, {
    ...testEnvironment,
    TWOSTEP_MODE: "production",
    TRUSTED_PROXIES: "1",
    AUTH_URL: `http://localhost:${port}`,
    ...environment,
  });
  return ready(child, `http://localhost:${port}`, "/api/health");
}

const besideFolder = join(root, "tests/bench/beside");

/** Builds the Next app with the peer and the target. */
export async function buildBeside(): Promise<void> {
  const code = await run(join(root, programs.next), ["build", besideFolder], { NODE_ENV: "production" });
  if (code !== 0) throw new Error("The app with peer and target was not built");
}

/** That app under Next's own server. */
export async function startBeside(environment: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = start([join(root, programs.next), "start", besideFolder, "--port", String(port)], root, {
    ...testEnvironment,
    BESIDE_ORIGIN: origin,
    ...environment,
  });
  return ready(child, origin, "/target/session");
}

/** A process under the project's own Node, which ends with the bench; what it complains of is shown. */
export function start(args: string[], cwd: string, environment: Record<string, string>): ChildProcess {
  const child = spawn(projectNode(), ["--dns-result-order=ipv4first", ...args], {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
    // Of this shell's variables only what programs need: nothing else may decide what is measured.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...environment,
    },
  });
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}

/** `npm` with `words`, as an operator types it, and all that it starts. */
export function startNpm(words: string[], cwd: string, environment: Record<string, string>) {
  const shell: Partial<NodeJS.ProcessEnv> = { PATH: process.env.PATH, HOME: process.env.HOME };
  const child = spawn("npm", words, {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
    // Without a NODE_ENV: the scripts set their own.
    env: { ...(shell as NodeJS.ProcessEnv), ...environment },
  });
  started.add(child);
  child.once("exit", () => started.delete(child));
  child.stdout.resume();
  return { exitCode: () => child.exitCode, stop: () => stop(child) };
}

/** Ends `child` as an operator would. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

async function ready(child: ChildProcess, origin: string, path: string): Promise<Server> {
  // Read, so that the pipe never fills.
  child.stdout?.resume();
  for (let tried = 0; tried < 300; tried += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    const answer = await fetch(`${origin}${path}`, { redirect: "manual" }).catch(() => undefined);
    if (answer && answer.status < 500) return { origin, pid: child.pid as number, stop: () => stop(child) };
    await pause(100);
  }
  throw new Error(`Nothing answers at ${origin}`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
