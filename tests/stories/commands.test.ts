/** What keeps a command for operators from its work is told in one line: no stack trace, and no secret. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { database } from "@/lib/database/connection";
import { randomId } from "@/lib/kernel/random";
import { blankVariables } from "../../scripts/blank-variables.mjs";
import { onServer } from "../support/server";
import { randomKey } from "../support/test-environment";
import { organisation, person } from "../support/world";

/** Runs `script` in production on the database of this test, with `changes` to its environment. */
async function run(script: string, changes: Partial<NodeJS.ProcessEnv> = {}, args: string[] = []) {
  const command = spawn(process.execPath, ["--import", "tsx", `scripts/${script}`, ...args], {
    cwd: resolve(import.meta.dirname, "../.."),
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_NO_WARNINGS: "1",
      SMTP_URL: "smtp://mail.example.com",
      MAIL_FROM: "twostep@example.com",
      ...changes,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [said] = await Promise.all([text(command.stderr), once(command, "exit")]);
  return { status: command.exitCode, said };
}

const refused = (said: string) => ({ status: 1, said: `${said}\n` });

/** The address of the database of this test, changed by `change`. */
function postgresUrl(change: (url: URL) => void): string {
  const url = new URL(String(process.env.POSTGRES_URL));
  change(url);
  return url.href;
}

test("a folder in which nothing can be kept is told", async () => {
  const TWOSTEP_DATA = join(import.meta.filename, "data");
  const embedded = { ...blankVariables, NODE_ENV: "development", TWOSTEP_DATA } as const;
  const { status, said } = await run("migrate.ts", embedded);
  expect(said).toMatch(/^Nothing can be kept there: ENOTDIR.* \(TWOSTEP_DATA\)\n$/);
  expect(status).toBe(1);
});

if (inject("databaseKind") === "server") {
  test("npm run keys:rotate names the key that is missing, or is another one, and the variable", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const under = async (id: string) => {
      await sql`update authenticators set secret_sealed = ${id} || substr(secret_sealed, strpos(secret_sealed, ':'))
        where user_id = ${who.id}`.execute(database());
    };
    await under("lost");
    expect(await run("keys-rotate.ts")).toEqual(
      refused(
        'No key "lost" in ENCRYPTION_KEYS, and something is sealed under it: put it back behind the first one.',
      ),
    );
    const keyed = (id: string) => `${id}:${randomKey(`another ${id}`).toString("base64")}`;
    expect(await run("keys-rotate.ts", { ENCRYPTION_KEYS: [keyed("new"), keyed("lost")].join() })).toEqual(
      refused(
        'A value sealed under "lost" does not open: it was changed or moved, or ENCRYPTION_KEYS has another "lost"',
      ),
    );
  });

  test("a role that may not do it is told what it may not do", async () => {
    const role = `twostep_role_${randomId().slice(-12)}`;
    await onServer(`create role ${role} login`);
    onTestFinished(async () => {
      await sql.raw(`drop owned by ${role}`).execute(database());
      await onServer(`drop role ${role}`);
    });
    const POSTGRES_URL = postgresUrl((url) => (url.username = role));
    expect(await run("keys-rotate.ts", { POSTGRES_URL })).toEqual(
      refused("Postgres does not allow it: permission denied for table authenticator_enrolments"),
    );
  });

  test("a database without TLS, or a certificate that is not there, is told", async () => {
    const without = postgresUrl((url) => url.searchParams.set("sslmode", "require"));
    expect(await run("migrate.ts", { POSTGRES_URL: without })).toEqual(
      refused("Postgres cannot be reached: The server does not support SSL connections"),
    );
    const nowhere = postgresUrl((url) => url.searchParams.set("sslrootcert", "/nowhere.pem"));
    expect(await run("migrate.ts", { POSTGRES_URL: nowhere })).toEqual(
      refused(
        "POSTGRES_URL names a file that cannot be read: ENOENT: no such file or directory, open '/nowhere.pem'",
      ),
    );
  });

  test("a database that lacks a column is not ready, and one that has run more than is known is too new", async () => {
    onTestFinished(async () => {
      await sql`alter table authenticators rename column sealed to secret_sealed`.execute(database());
      await sql`delete from kysely_migration where name = '9999-later'`.execute(database());
    });
    await sql`alter table authenticators rename column secret_sealed to sealed`.execute(database());
    await sql`insert into kysely_migration values ('9999-later', '2099')`.execute(database());
    expect(await run("keys-rotate.ts")).toEqual(refused("The database is not ready: npm run migrate"));
    expect(await run("migrate.ts")).toEqual(
      refused(
        "The database has run 9999-later, which this version of Twostep does not know: use the newer one.",
      ),
    );
  });
}
