/**
 * `npm run weight`: how much JavaScript a browser loads for the login pages, gzipped, beside an empty page that is
 * built by the same Next with the same settings. The goal is 10 kB over that page.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { projectNode, root } from "../../scripts/install.mjs";
import { programs } from "../../scripts/run.mjs";
import { startScratchDemo } from "../../scripts/scratch-demo.mjs";

const { chromium } = await import("@playwright/test");
const { browserProgram } = await import("../support/browser-program.ts");
const { demoPassword } = await import("../../lib/demo/demo-people.ts");

const most = 10;
const browser = await chromium.launch({
  executablePath: browserProgram(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const empty = emptyPage();
  const pages = await loginPages();
  console.log("| page | JavaScript, kB gzip | over the empty page |\n|---|---|---|");
  console.log(`| an empty Next page | ${empty.toFixed(1)} | |`);
  for (const { path, weight } of pages)
    console.log(`| ${path} | ${weight.toFixed(1)} | ${(weight - empty).toFixed(1)} |`);
  process.exitCode = pages.some(({ weight }) => weight - empty > most) ? 1 : 0;
} finally {
  await browser.close();
}

async function loginPages() {
  const { origin, end } = await startScratchDemo();
  try {
    // Without JavaScript, so that no script of the page before is in the browser's memory.
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/login`);
    await page.getByLabel("E-mail address").fill("emma@acme.example");
    await page.getByLabel("Password", { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: "Log in", exact: true }).click();
    await page.waitForURL("**/login/verify/email");
    const state = await context.storageState();
    return [
      { path: "/login", weight: await weigh(`${origin}/login`) },
      { path: "/login/verify/email", weight: await weigh(`${origin}/login/verify/email`, state) },
    ];
  } finally {
    await end();
  }
}

/** Kilobytes of JavaScript, gzipped, that a new browser loads for `url`. */
async function weigh(url, storageState) {
  const page = await (await browser.newContext({ storageState })).newPage();
  const scripts = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  if (page.url() !== url) throw new Error(`${url} led to ${page.url()}`);
  return gzipped(await Promise.all(scripts));
}

/** Builds a page with one heading and weighs the scripts that it names. It lies below the packages that it uses. */
function emptyPage() {
  const folder = join(root, ".data", "empty-page");
  mkdirSync(join(folder, "app"), { recursive: true });
  try {
    write(
      folder,
      "app/layout.jsx",
      "export default (page) => <html lang='en'><body>{page.children}</body></html>;",
    );
    write(folder, "app/page.jsx", "export default () => <h1>Empty</h1>;");
    write(folder, "package.json", '{ "private": true, "type": "module" }');
    write(
      folder,
      "next.config.mjs",
      `import config from "../../next.config.mjs";
export default { ...config, turbopack: { root: ${JSON.stringify(root)} } };`,
    );
    const built = spawnSync(projectNode(), [join(root, programs.next), "build"], {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (built.status !== 0) throw new Error("The empty page was not built");
    const page = readFileSync(join(folder, ".next/server/app/index.html"), "utf8");
    // What is marked so is for browsers that load no modules: none of today's.
    const scripts = [...page.matchAll(/<script src="\/_next\/([^"?]+)[^>]*>/g)].filter(
      ([tag]) => !/nomodule/i.test(tag),
    );
    return gzipped(scripts.map(([, path]) => readFileSync(join(folder, ".next", path))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In kilobytes, each file by itself, as servers send them. */
function gzipped(files) {
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000;
}

function write(folder, path, text) {
  writeFileSync(join(folder, path), text);
}
