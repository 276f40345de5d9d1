/** What tests need from outside the packages: found where it is, brought where that is possible, else named. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { programs, run } from "./run.mjs";

/** For each tool: `missing`, why it cannot be used (undefined when it can), and what is left out `without` it. */
export async function findTools() {
  return {
    postgres: { missing: await whyNoPostgres(), without: "stories on a server, races and browser tests" },
    redis: { missing: await whyNoRedis(), without: "counting attempts in Redis" },
    browser: { missing: await whyNoBrowser(), without: "browser tests" },
    zbarimg: {
      missing: whyNoProgram("zbarimg", "--version"),
      without: "reading the QR code from the screen",
    },
    oathtool: {
      missing: whyNoProgram("oathtool", "--version"),
      without: "codes of an independent authenticator",
    },
  };
}

async function whyNoPostgres() {
  const { default: pg } = await import("pg");
  const { serverUrl } = await import("../tests/support/server.ts");
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    const { rows } = await client.query("select rolsuper from pg_roles where rolname = current_user");
    return rows[0]?.rolsuper ? undefined : `${client.user} is no superuser at ${client.host}:${client.port}`;
  } catch {
    return `no Postgres server lets us in at ${new URL(serverUrl).host} (TEST_POSTGRES_URL names another)`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function whyNoRedis() {
  const { redisRuns, redisUrl } = await import("../tests/support/redis.ts");
  return (await redisRuns()) ? undefined : `no Redis answers at ${new URL(redisUrl).host}`;
}

async function whyNoBrowser() {
  const { browserProgram } = await import("../tests/support/browser-program.ts");
  if (existsSync(browserProgram())) return undefined;
  console.log("No Chromium here: Playwright brings its own …");
  await run(programs.playwright, ["install", "chromium-headless-shell", "chromium"]);
  return existsSync(browserProgram()) ? undefined : "there is no Chromium and none could be brought";
}

function whyNoProgram(name, question) {
  return spawnSync(name, [question]).error ? `the program ${name} is not installed` : undefined;
}
