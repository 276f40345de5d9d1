/**
 * `npm run bench`: measures everything that docs/performance.md shows, on a real Postgres, with the production build,
 * and writes that file. `npm run bench -- steps mail` measures parts of it; the others keep their last numbers.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, isBuilt } from "../../scripts/build.mjs";
import { installMissing, root } from "../../scripts/install.mjs";
import { programs, run } from "../../scripts/run.mjs";

const folder = join(root, "tests/bench/beside");

/** In the order in which they are done; each in a process of its own, because the environment is read once. */
const parts = ["steps", "growth", "mail", "overload", "instances", "start", "weight"];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const unknown = wanted.filter((part) => !parts.includes(part));
if (unknown.length > 0) stop(`There is no part ${unknown.join(", ")}; there are ${parts.join(", ")}.`);
if (!existsSync("/proc/self/stat")) stop("The bench reads processor time from /proc: it runs on Linux only.");

installMissing();
installPeers();
// The types of `npm test` leave the bench out, because it needs what was just installed.
if ((await run(programs.tsc, ["--noEmit", "-p", "tests/bench/tsconfig.json"])) !== 0)
  stop("The bench has type errors.");
if (!isBuilt() && (await build()) !== 0) stop("The product could not be built.");

let failed = 0;
for (const part of parts.filter((each) => wanted.length === 0 || wanted.includes(each))) {
  // Node's own option first: `run` starts Node with what it is given.
  const code = await run("--import", ["tsx", "tests/bench/bench.ts", part], { NODE_ENV: "test" });
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);

/** The peers have their own package.json, so that whoever uses the product does not install them. */
function installPeers() {
  const installed = join(folder, "node_modules/better-auth/package.json");
  const { version } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages[
    "node_modules/better-auth"
  ];
  if (existsSync(installed) && JSON.parse(readFileSync(installed, "utf8")).version === version) return;
  console.log("Installing what the product is compared with …");
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm ? [process.execPath, npm] : ["npm"];
  const { status } = spawnSync(command, [...before, "ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    // Only what npm was told for the project itself belongs to it: here it works in another folder.
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    stdio: "inherit",
  });
  if (status !== 0) stop("The packages to compare with could not be installed.");
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
