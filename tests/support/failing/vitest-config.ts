/** Runs what fails on purpose, for tests/rules/test-reports.test.ts. */
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["vitest-fails.ts", "does-not-load.ts"] } });
