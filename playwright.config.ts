/**
 * Browser tests on the production build (`npm run build` first). Each test runs with and without JavaScript, unless
 * its title says `@javascript` or `@no-javascript`; those with `@phone` run on a small screen, too.
 */
import { defineConfig, devices } from "@playwright/test";
import { browserProgram } from "./tests/support/browser-program";

process.env.TWOSTEP_BROWSER_ORIGIN ??= "http://localhost:3210";

/** Chromium refuses to sandbox for root, as which containers run; and nothing may ask anybody else for anything. */
const args = ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.test.ts",
  testIgnore: "**/leaks.test.ts",
  globalSetup: "./tests/support/setup/browser.ts",
  outputDir: "test-results/browser",
  fullyParallel: true,
  // One more than a small machine that builds has processors: a third of a worker's time it waits for what it expects.
  workers: 3,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try has failed at the first: none is tried again.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.TWOSTEP_BROWSER_ORIGIN,
    launchOptions: { executablePath: browserProgram(), args },
    locale: "en-GB",
    // What a failure looked like is kept; a trace costs each test a sixth of its time: `npx playwright test --trace on`.
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "javascript", grepInvert: /@no-javascript/, use: devices["Desktop Chrome"] },
    {
      name: "no-javascript",
      grepInvert: /@javascript/,
      use: { ...devices["Desktop Chrome"], javaScriptEnabled: false },
    },
    // The narrowest screen that the product promises to serve (WCAG 2.2, 1.4.10).
    {
      name: "phone",
      grep: /@phone/,
      use: { ...devices["Pixel 7"], viewport: { width: 320, height: 640 } },
    },
    // After all the others: it looks for what they have left behind.
    {
      name: "leaks",
      testMatch: "**/leaks.test.ts",
      testIgnore: [],
      dependencies: ["javascript", "no-javascript", "phone"],
      use: devices["Desktop Chrome"],
    },
  ],
});
