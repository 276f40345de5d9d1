/** Makes and migrates the embedded database once a run; whoever wants one loads a copy, in a fifth of the time. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { dumpNew } from "../embedded";

declare module "vitest" {
  interface ProvidedContext {
    /** The files that hold the embedded database: as it is made, and migrated. */
    embeddedTemplates: { empty: string; migrated: string };
  }
}

// Several projects ask for it; the run's main process makes it once and the last to leave removes it.
let made: { folder: Promise<string>; users: number } | undefined;

export default async function makeEmbeddedTemplate(project: TestProject) {
  made ??= { folder: writeTemplates(), users: 0 };
  made.users += 1;
  const folder = await made.folder;
  project.provide("embeddedTemplates", { empty: join(folder, "empty"), migrated: join(folder, "migrated") });
  return () => {
    if (made && --made.users === 0) {
      rmSync(folder, { recursive: true, force: true });
      made = undefined;
    }
  };
}

async function writeTemplates(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "twostep-template-"));
  for (const [name, copy] of Object.entries(await dumpNew())) writeFileSync(join(folder, name), copy);
  return folder;
}
