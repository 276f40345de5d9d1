/** Makes and migrates the embedded database once a run; each worker loads the copy, in a tenth of the time. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { dumpMigrated } from "../embedded";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that holds the migrated embedded database. */
    embeddedTemplate: string;
  }
}

// Several projects ask for it; the run's main process makes it once and the last to leave removes it.
let made: { file: Promise<string>; users: number } | undefined;

export default async function makeEmbeddedTemplate(project: TestProject) {
  made ??= { file: writeTemplate(), users: 0 };
  made.users += 1;
  const file = await made.file;
  project.provide("embeddedTemplate", file);
  return () => {
    if (made && --made.users === 0) {
      rmSync(join(file, ".."), { recursive: true, force: true });
      made = undefined;
    }
  };
}

async function writeTemplate(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "twostep-template-")), "embedded.tar.gz");
  writeFileSync(file, await dumpMigrated());
  return file;
}
