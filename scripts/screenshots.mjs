/** `npm run screenshots`: takes the main screens from the demo into docs/screenshots, for the README. */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";
import { letterTo, startScratchDemo } from "./scratch-demo.mjs";
import { takesNothing } from "./takes-nothing.mjs";

takesNothing(`npm run screenshots
Takes the main screens from the demo into docs/screenshots.`);

const { chromium } = await import("@playwright/test");
const { browserProgram } = await import("../tests/support/browser-program.ts");
const { demoPassword } = await import("../lib/demo/demo-people.ts");

const folder = join(root, "docs", "screenshots");
const desktop = { viewport: { width: 1200, height: 750 }, deviceScaleFactor: 1.5 };
const phone = { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

mkdirSync(folder, { recursive: true });
const { origin, end } = await startScratchDemo();
const browser = await chromium.launch({
  executablePath: browserProgram(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await signedOut();
  const administrator = await session("ada@acme.example");
  await administration(administrator);
  await ownMethods(administrator);
} finally {
  await browser.close();
  await end();
}

async function signedOut() {
  const page = await open({ ...desktop, viewport: { width: 960, height: 680 } });
  await page.goto(`${origin}/login`);
  await take(page, "log-in");
  await givePassword(page, "bea@acme.example");
  await take(page, "select-verification-type");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("timer").waitFor();
  await take(page, "second-step");
  await page.setViewportSize(phone.viewport);
  await take(page, "second-step-phone");
  const letter = await letterTo(origin, "bea@acme.example", 0);
  const paper = await open({ ...desktop, viewport: { width: 720, height: 620 } });
  await paper.setContent(letter.html);
  await take(paper, "security-code-letter");
}

async function administration(state) {
  const tall = { ...desktop, viewport: { width: 1200, height: 900 } };
  const page = await open(desktop, state);
  const bright = await open(tall, state);
  const dark = await open({ ...tall, colorScheme: "dark" }, state);
  for (const [each, name] of [
    [bright, "security-settings"],
    [dark, "security-settings-dark"],
  ]) {
    await each.goto(`${origin}/administration/settings/security`);
    await take(each, name);
  }
  await page.goto(`${origin}/administration/users`);
  await take(page, "users");
  await page.getByRole("link", { name: "Bea Both" }).click();
  await page.getByRole("heading", { name: "Bea Both" }).waitFor();
  await take(page, "edit-user");
  const small = await open(phone, state);
  await small.goto(`${origin}/administration/users?search=bea`);
  await take(small, "users-phone");
}

async function ownMethods(state) {
  const page = await open({ ...desktop, viewport: { width: 1200, height: 1100 } }, state);
  await page.goto(`${origin}/my-settings/two-factor-login`);
  await page.getByRole("button", { name: "Enable" }).click();
  await page.getByRole("img", { name: /^QR code/ }).waitFor();
  await take(page, "enrolment");
  const codes = await open(desktop, await session("bea@acme.example"));
  await codes.goto(`${origin}/my-settings/two-factor-login`);
  await codes.getByRole("button", { name: "New recovery codes" }).click();
  await codes.getByRole("list", { name: "Recovery codes" }).waitFor();
  await take(codes, "recovery-codes");
}

async function open(options, storageState) {
  const context = await browser.newContext({ ...options, storageState, locale: "en-GB" });
  return context.newPage();
}

async function givePassword(page, email) {
  await page.goto(`${origin}/login`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.waitForURL("**/login/verify**");
}

/** The cookies of somebody who logged in with a code by e-mail. */
async function session(email) {
  const page = await open(desktop);
  const since = Date.now();
  await givePassword(page, email);
  if (page.url().endsWith("/verify")) await page.getByRole("button", { name: "Continue" }).click();
  const { text } = await letterTo(origin, email, since);
  await page.getByLabel("Security code").fill(/\b\d{6}\b/.exec(text)?.[0] ?? "");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.waitForURL(`${origin}/`);
  return page.context().storageState();
}

async function take(page, name) {
  const path = join(folder, `${name}.png`);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  console.log(`${name}.png  ${Math.ceil(statSync(path).size / 1024)} kB`);
}
