/** What tests came to, read from the reports that the runners write, not from their words. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/**
 * Runs vitest through `work`, which is given the file for its report and returns the exit code. Returns how many tests
 * `passed`, `failed` and were `skipped`, and the `failures`: each with its `title`, and what it `said`.
 */
export function readVitest(work) {
  return read(work, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((result) => result.status === "failed");
      // A file that does not load has no tests, and says itself what is wrong.
      if (failed.length === 0 && status === "failed") return [failure(name, [message])];
      return failed.map(({ fullName, failureMessages }) => failure(`${name} › ${fullName}`, failureMessages));
    }),
  }));
}

/** As {@link readVitest}, for Playwright. A test that passed only when it was tried again has failed. */
export function readPlaywright(work) {
  return read(work, ({ stats: { expected, unexpected, flaky, skipped }, suites, errors }) => ({
    passed: expected,
    failed: unexpected + flaky,
    skipped,
    failures: [
      ...errors.map(({ message, location }) => failure(location?.file ?? "Outside of every test", [message])),
      ...suites.flatMap(failedSpecs),
    ],
  }));
}

function failedSpecs({ suites = [], specs }) {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) =>
        failure(
          `[${projectName}] ${file} › ${title}`,
          results.flatMap(({ errors }) => errors.map(({ message }) => message)),
        ),
      ),
  );
  return [...own, ...suites.flatMap(failedSpecs)];
}

function failure(title, messages) {
  return { title, said: stripVTControlCharacters(messages.join("\n")).trim() };
}

async function read(work, summarise) {
  const folder = mkdtempSync(join(tmpdir(), "twostep-report-"));
  try {
    const report = join(folder, "report.json");
    const exitCode = await work(report);
    const summary = existsSync(report)
      ? summarise(JSON.parse(readFileSync(report, "utf8")))
      : { passed: 0, failed: 0, skipped: 0, failures: [] };
    // A file that does not load or an error between tests fails the run without failing a test.
    if (exitCode !== 0 && summary.failed === 0) summary.failed = 1;
    return summary;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
