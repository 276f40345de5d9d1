/**
 * Runs on a bare machine, under whatever Node is there: brings the packages when they are missing or older than
 * package-lock.json, and finds the Node that the project runs under. No dependencies, by necessity.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, wherever a script is called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs `npm ci` unless everything that package-lock.json asks for is there. */
export function installMissing() {
  const reason = whyInstall();
  if (!reason) return;
  if (!isNewEnough(process.versions.node) && !bringsNode()) refuseNode();
  console.log(`Installing the packages (${reason}): about a gigabyte, one or two minutes …`);
  // npm says where it is to what it runs; the shell's own `npm` is for scripts that are run by hand.
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm ? [process.execPath, npm] : ["npm"];
  // An older npm's Node warns of every package that wants a newer one, which is among them.
  const quiet = isNewEnough(process.versions.node) ? [] : ["--loglevel=error"];
  const outcome = spawnSync(
    command,
    [...before, "ci", "--include=dev", "--no-audit", "--no-fund", ...quiet],
    {
      cwd: root,
      stdio: "inherit",
      shell: !npm && process.platform === "win32",
    },
  );
  if (outcome.status !== 0) {
    console.error("The packages could not be installed; what npm says above tells why.");
    process.exit(1);
  }
}

/** The reason for which packages must be installed, or undefined. */
function whyInstall() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return "none are there yet";
  const wanted = packagesIn(join(root, "package-lock.json"));
  const present = packagesIn(installed);
  const changed = Object.entries(wanted).filter(
    ([path, { version, optional }]) =>
      // Optional ones of other platforms are never there.
      path !== "" && present[path]?.version !== version && !(optional && !present[path]),
  );
  return changed.length > 0 ? `${changed.length} of them changed` : undefined;
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}

/** The package that holds the project's own Node for this platform, if there is one. */
const ownNode = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

/** The path of the Node to run under: the project's own where its platform has one, else this one if it is new enough. */
export function projectNode() {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const own = join(root, "node_modules", ownNode, "bin", program);
  // Run once, because it may be there and not fit: musl instead of glibc, for one.
  if (existsSync(own) && spawnSync(own, ["--version"]).status === 0) return own;
  return isNewEnough(process.versions.node) ? process.execPath : refuseNode();
}

/** Whether the packages have a Node for this platform among them. */
function bringsNode() {
  return Object.keys(packagesIn(join(root, "package-lock.json"))).some((path) =>
    path.endsWith(`/${ownNode}`),
  );
}

/** What starts the product without having installed it says so. */
export const notInstalled = "The packages are not installed yet: npm ci --include=dev";

function refuseNode() {
  // Not the platform's fault, where the packages would bring one.
  const isMissing = bringsNode() && !existsSync(join(root, "node_modules", ownNode));
  console.error(
    isMissing
      ? notInstalled
      : `Twostep needs Node 22.18 or newer on this platform; this is ${process.versions.node}. See nodejs.org.`,
  );
  return process.exit(1);
}

/** Whether `version` of Node runs TypeScript files as they are (22.18 is the first that does). */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
