/**
 * `npm run weight`: how much JavaScript a browser loads for the login pages, gzipped, beside an empty page that is
 * built by the same Next with the same settings. The goal is 10 kB over that page.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
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
  const empty = await emptyPage();
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
  return (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}

/** Builds and serves a page with one heading. It lies in the data folder, below the packages that it uses. */
async function emptyPage() {
  const folder = join(root, ".data", "empty-page");
  mkdirSync(join(folder, "app"), { recursive: true });
  const frame =
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;\nexport const metadata = { title: 'Empty' };";
  write(folder, "app/layout.jsx", frame);
  write(folder, "app/page.jsx", "export default () => <h1>Empty</h1>;");
  write(folder, "package.json", '{ "private": true, "type": "module" }');
  write(
    folder,
    "next.config.mjs",
    `import config from "../../next.config.mjs";\nexport default { ...config, turbopack: { root: ${JSON.stringify(root)} } };`,
  );
  const environment = { PATH: process.env.PATH, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const options = { cwd: folder, env: environment, stdio: ["ignore", "ignore", "inherit"] };
  const next = join(root, programs.next);
  if (spawnSync(projectNode(), [next, "build"], options).status !== 0)
    throw new Error("The empty page was not built");
  const server = spawn(projectNode(), [next, "start", "-H", "localhost", "-p", "3299"], options);
  try {
    await pause(3_000);
    return await weigh("http://localhost:3299/");
  } finally {
    server.kill("SIGTERM");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder, path, text) {
  writeFileSync(join(folder, path), text);
}
