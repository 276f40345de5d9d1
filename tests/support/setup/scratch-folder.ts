/** One folder for the files of a whole run, gone when the run ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    scratchFolder: string;
  }
}

export default function makeScratchFolder(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "twostep-tests-"));
  project.provide("scratchFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
