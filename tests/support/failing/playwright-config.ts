/** Runs what fails on purpose, for tests/rules/test-reports.test.ts. */
import { defineConfig } from "@playwright/test";

// A file that does not load keeps Playwright from running the others: which it is, the test says.
export default defineConfig({
  testDir: ".",
  testMatch: process.env.TWOSTEP_FAILING,
  outputDir: process.env.TWOSTEP_FAILING_OUTPUT,
  projects: [{ name: "no-browser" }],
});
