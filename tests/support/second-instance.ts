/** A second instance of the deployed product, on the same database by a wire that a test can cut. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { listening, openWire } from "./wire";

export type SecondInstance = {
  origin: string;
  /** Cuts every connection to the database, and takes no new one. */
  cut: () => void;
  mend: () => void;
  /** Ends whoever reads its log. */
  leaveLog: () => void;
  /** Ends the process at once, in the midst of whatever it does. */
  kill: () => Promise<void>;
};

/** Starts it with the environment of the first one, on the database at `postgresUrl`. */
export async function startSecondInstance(
  postgresUrl = String(process.env.POSTGRES_URL),
): Promise<SecondInstance> {
  const wire = await openWire(postgresUrl);
  const port = await unusedPort();
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
    // Its own group: the server is a child of the script that starts it, and is killed with it.
    detached: true,
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), POSTGRES_URL: wire.url },
  });
  const log = [server.stdout, server.stderr];
  for (const stream of log) stream.resume();
  const leaveLog = () => {
    for (const stream of log) stream.destroy();
  };
  const origin = `http://localhost:${port}`;
  await answering(`${origin}/api/health`, server);
  return { origin, cut: wire.cut, mend: wire.mend, leaveLog, kill: () => kill(server, wire.close) };
}

async function kill(server: ChildProcess, closeWire: () => void): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    process.kill(-Number(server.pid), "SIGKILL");
    await once(server, "exit");
  }
  closeWire();
}

async function unusedPort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, "close");
  return port;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error("The second instance has ended");
    if ((await fetch(url).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}`);
}
