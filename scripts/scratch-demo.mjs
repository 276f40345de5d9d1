/** The demo on a free port, with a data folder that is thrown away: for scripts that look at it from outside. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { blankVariables } from "./blank-variables.mjs";
import { build, isBuilt } from "./build.mjs";
import { projectNode, root } from "./install.mjs";

/** Builds the product if need be and starts its demo; gives its origin, and what ends it and forgets its data. */
export async function startScratchDemo() {
  if (!isBuilt() && (await build()) !== 0) process.exit(1);
  const folder = mkdtempSync(join(tmpdir(), "twostep-scratch-"));
  const port = String(await anyFreePort());
  const server = spawn(
    projectNode(),
    ["--dns-result-order=ipv4first", "scripts/server.mjs", "--hostname", "localhost", "--port", port],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      // Of this shell's variables only what programs need.
      env: {
        ...blankVariables,
        PATH: process.env.PATH,
        NODE_ENV: "production",
        TWOSTEP_MODE: "demo",
        TWOSTEP_DATA: folder,
        PORT: port,
      },
    },
  );
  const origin = `http://localhost:${port}`;
  const end = async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  await answering(`${origin}/login`, server);
  return { origin, end };
}

/** The newest letter to `address`, once there is one that was sent after `since`. */
export async function letterTo(origin, address, since) {
  for (let tried = 0; tried < 150; tried += 1) {
    const letters = await (await fetch(`${origin}/dev/mailbox.json?to=${address}`)).json();
    if (letters[0] && Date.parse(letters[0].sentAt) >= since) return letters[0];
    await pause(200);
  }
  throw new Error(`No letter came to ${address}`);
}

async function anyFreePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The first start creates the embedded database, which takes a while. */
async function answering(url, server) {
  for (let tried = 0; tried < 600; tried += 1) {
    if (server.exitCode !== null) throw new Error(`The demo ended with ${server.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error(`Nothing answers at ${url}`);
}
