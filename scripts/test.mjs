/**
 * `npm test`: every test that this machine can run, browser tests included, and a plain word about those it cannot.
 * What failed is said once more at the end; the last line reads `N passed, N failed`. With CI set, leaving something out is a failure.
 */
import { build, isBuilt } from "./build.mjs";
import { installMissing, isNewEnough } from "./install.mjs";
import { programs, run } from "./run.mjs";
import { takesNothing } from "./takes-nothing.mjs";
import { readPlaywright, readVitest } from "./test-reports.mjs";
import { findTools } from "./test-tools.mjs";

takesNothing(`npm test
Every test that this machine can run. For one file: npx vitest run <file>, or npx playwright test <file>.`);
installMissing();
// What follows imports packages, which want the project's own Node.
if (!isNewEnough(process.versions.node)) process.exit(await run("scripts/test.mjs"));

/** The kinds of tests (vitest.config.ts) that want a Postgres server. */
const onPostgres = ["stories-server", "stories-vercel", "races"];

/** What is repeated at the end of the tests that failed: no more than somebody reads. */
const mostRepeated = 12;
const mostLines = 24;
const longestLine = 240;

const results = [];
const tools = await findTools();

await step("Types", async () => {
  // Writes the types of the routes, without which a fresh clone does not compile.
  const generated = await run(programs.next, ["typegen"]);
  return one(generated || (await run(programs.tsc, ["--noEmit"])));
});
await step("Lint and format", async () => one(await run(programs.biome, ["ci"])));
await step("Import directions", async () =>
  one(
    await run(programs.depcruise, [
      ...["--config", ".dependency-cruiser.mjs"],
      ...["app", "components", "emails", "lib"],
    ]),
  ),
);
await step("Rules, letters, components, stories and races", () =>
  readVitest((report) =>
    run(programs.vitest, [
      ...["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      ...(tools.postgres.missing ? onPostgres.map((project) => `--project=!${project}`) : []),
    ]),
  ),
);
const built = await step("Build", async () => {
  if (!isBuilt()) return one(await build());
  console.log("Nothing has changed since the last one.");
  return one(0);
});
const browserLacks = [tools.postgres, tools.browser].find(({ missing }) => missing);
if (!browserLacks) {
  await step("Browser", () =>
    built.failed > 0
      ? one(1)
      : readPlaywright((report) =>
          run(programs.playwright, ["test", "--reporter=line,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
        ),
  );
}

conclude();

async function step(name, work) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(3, 70 - name.length))}`);
  const began = Date.now();
  const result = { passed: 0, failed: 0, skipped: 0, failures: [], ...(await work()) };
  results.push({ name, seconds: Math.round((Date.now() - began) / 1000), ...result });
  return result;
}

/** A check without tests of its own counts as one. */
function one(exitCode) {
  return exitCode === 0 ? { passed: 1 } : { failed: 1 };
}

function conclude() {
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) repeat(failures);
  console.log("\n── Summary ────────────────────────────────────────────────────────────");
  for (const { name, passed, failed, skipped, seconds } of results) {
    const left = skipped > 0 ? `, ${skipped} left out` : "";
    console.log(
      `${failed > 0 ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed${left} (${seconds} s)`,
    );
  }
  const leftOut = Object.values(tools).filter(({ missing }) => missing);
  for (const { missing, without } of leftOut) console.log(`Left out: ${without}, because ${missing}.`);

  const sum = (count) => results.reduce((total, result) => total + result[count], 0);
  // On the machine that builds, nothing may be left out, and each thing that is counts as a failure.
  const notAllowed = process.env.CI ? leftOut.length + sum("skipped") : 0;
  if (notAllowed > 0) console.log("CI is set: what was left out counts as failed.");
  const failed = sum("failed") + notAllowed;
  console.log(`\n${sum("passed")} passed, ${failed} failed`);
  process.exit(failed > 0 || sum("passed") === 0 ? 1 : 0);
}

/**
 * Says again at the end what failed and why: between that and its own place lie hundreds of lines, and some machines that
 * build keep the last ones alone.
 */
function repeat(failures) {
  console.log("\n── Failed ─────────────────────────────────────────────────────────────");
  for (const { title, said } of failures.slice(0, mostRepeated)) {
    console.log(`✗ ${title}`);
    for (const line of said.split("\n").slice(0, mostLines)) console.log(`    ${line}`.slice(0, longestLine));
  }
  const more = failures.length - mostRepeated;
  if (more > 0) console.log(`… and ${more} more, above`);
}
