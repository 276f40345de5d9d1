/** How many tests passed, failed and were skipped, read from the reports that the runners write, not from their words. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs vitest through `work`, which is given the file for its report. */
export function countVitest(work) {
  return count(work, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }));
}

/** Runs Playwright through `work`. A test that passed only when it was tried again has failed. */
export function countPlaywright(work) {
  return count(work, ({ stats: { expected, unexpected, flaky, skipped } }) => ({
    passed: expected,
    failed: unexpected + flaky,
    skipped,
  }));
}

async function count(work, read) {
  const folder = mkdtempSync(join(tmpdir(), "twostep-report-"));
  try {
    const report = join(folder, "report.json");
    const exitCode = await work(report);
    const counts = existsSync(report)
      ? read(JSON.parse(readFileSync(report, "utf8")))
      : { passed: 0, failed: 0 };
    // A file that does not load or an error between tests fails the run without failing a test.
    if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
