/** The product as it is deployed, for the browser tests: production build, real Postgres, real SMTP, nothing faked. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostOffice } from "../post-office";
import { createDatabase, dropDatabases, onServer } from "../server";
import { testEnvironment } from "../test-environment";

/** Starts it; returns what ends it. Tests find it through the environment (see browser-world.ts). */
export default async function startDeployment(): Promise<() => Promise<void>> {
  const endings: (() => unknown)[] = [];
  const end = async () => {
    for (const ending of endings.splice(0).reverse()) await ending();
  };
  try {
    await deploy((ending) => endings.push(ending));
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function deploy(atTheEnd: (ending: () => unknown) => void): Promise<void> {
  await nobodyAnswersYet(String(process.env.TWOSTEP_BROWSER_ORIGIN));
  const folder = mkdtempSync(join(tmpdir(), "twostep-browser-"));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  const letters = join(folder, "letters");
  const postOffice = await openPostOffice(letters);
  atTheEnd(postOffice.close);
  const name = `twostep_browser_${process.pid}`;
  atTheEnd(() => dropDatabases(name));
  const postgresUrl = await createDatabase(name);
  // No test takes the power away: its commits need not wait for the disk, which are 3 ms each instead of half of one.
  await onServer(`alter database ${name} set synchronous_commit = off`);
  Object.assign(process.env, testEnvironment, {
    POSTGRES_URL: postgresUrl,
    SMTP_URL: postOffice.smtpUrl,
    AUTH_URL: process.env.TWOSTEP_BROWSER_ORIGIN,
    TWOSTEP_DATA: folder,
    TWOSTEP_LETTERS: letters,
    // Each test says where its browser is, so that one test does not use up the limits of another.
    TRUSTED_PROXIES: "1",
  });
  await ended(start(["node_modules/tsx/dist/cli.mjs", "scripts/migrate.ts"], "inherit"));
  // What the server says is for whoever looks into a failure.
  mkdirSync("test-results", { recursive: true });
  const server = start(["scripts/start.mjs"], openSync("test-results/server.log", "w"));
  atTheEnd(async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  });
  await answering(`${process.env.AUTH_URL}/login`, server);
}

function start(program: string[], output: "inherit" | number): ChildProcess {
  const { port } = new URL(String(process.env.AUTH_URL));
  return spawn(process.execPath, program, {
    stdio: ["ignore", output, output],
    env: { ...process.env, NODE_ENV: "production", PORT: port },
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} ended with ${code}`);
}

/** A second run beside this one would be asked instead of our own server, and both would find what the other one did. */
async function nobodyAnswersYet(origin: string): Promise<void> {
  if (await fetch(origin).catch(() => undefined))
    throw new Error(`Something answers at ${origin} already: end it, or set TWOSTEP_BROWSER_ORIGIN`);
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error("The server has ended: see test-results/server.log");
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing answers at ${url}: see test-results/server.log`);
}
