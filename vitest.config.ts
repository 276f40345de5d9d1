/** What each kind of test is given; `npm test` runs them all, `npx vitest run --project rules` one kind. */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { testEnvironment } from "./tests/support/test-environment.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

type Kind = NonNullable<TestProjectInlineConfiguration["test"]>;

/** Strict about the console, and with the environment of tests: every kind of test stands on this. */
const project = (
  name: string,
  folder: string,
  { setupFiles = [], ...more }: Kind & { setupFiles?: string[] } = {},
) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${folder}/**/*.test.{ts,tsx}`],
    setupFiles: ["tests/support/setup/environment.ts", "tests/support/setup/console.ts", ...setupFiles],
    ...more,
  },
});

const onEmbedded: Kind = {
  globalSetup: ["tests/support/setup/embedded-template.ts"],
  provide: { databaseKind: "embedded" },
  // Postgres inside this process lives by the same clock, and its alarms wonder when a test moves that by months.
  execArgv: ["--disable-warning=TimeoutOverflowWarning"],
};
/** The same server, reached as a Vercel or Neon database is. */
const onVercel: Kind = {
  globalSetup: ["tests/support/setup/server-template.ts"],
  provide: { databaseKind: "vercel" },
};
const onServer: Kind = {
  globalSetup: ["tests/support/setup/server-template.ts"],
  provide: { databaseKind: "server" },
};
const setupFiles = ["tests/support/setup/database.ts"];
const withLightHashes = ["tests/support/setup/light-hashes.ts", ...setupFiles];
/** A story looks at nothing that a crash would take along: its server does not wait for the disk. */
const env = { ...testEnvironment, PGOPTIONS: "-c synchronous_commit=off" };

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { "@": here("."), "server-only": here("node_modules/server-only/empty.js") },
  },
  test: {
    env: testEnvironment,
    globalSetup: ["tests/support/setup/scratch-folder.ts"],
    server: { deps: { inline: ["next-auth"] } },
    // One worker keeps its modules and its database over all of its files: that is most of the time saved.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project("rules", "rules"),
      // Starting an empty embedded database takes seconds, and on a busy machine many.
      project("house", "house", { globalSetup: onEmbedded.globalSetup, testTimeout: 120_000 }),
      // In a zone that no moment is kept in: a letter that leaves it out, or has another, is found out.
      project("letters", "letters", { env: { ...testEnvironment, TZ: "Europe/Amsterdam" } }),
      project("mail", "mail", { ...onEmbedded, setupFiles: withLightHashes }),
      project("components", "components", { environment: "jsdom", isolate: true }),
      project("stories-embedded", "stories", { ...onEmbedded, setupFiles: withLightHashes }),
      project("stories-server", "stories", { ...onServer, env, setupFiles: withLightHashes }),
      project("stories-vercel", "stories", { ...onVercel, env, setupFiles: withLightHashes }),
      project("races", "races", { ...onServer, setupFiles }),
    ],
  },
});
