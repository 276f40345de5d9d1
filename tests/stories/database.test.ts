/** Whichever way the database is reached, it promises the same. */
import { Kysely, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { closeDatabase, type Database, database, dialectFor } from "@/lib/database/connection";
import { migrate, migrations } from "@/lib/database/migrate";
import { mostClockSkew, pingDatabase } from "@/lib/database/ping";
import type { Schema } from "@/lib/database/schema";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { minutes } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { isUnavailable } from "@/lib/kernel/unavailable";
import { prepareQueue, stopQueue } from "@/lib/mail/queue";
import { at } from "../support/clock";
import { logged } from "../support/console";
import { givePassword, logIn, organisation as organisationOf, person } from "../support/world";

const organisation = (name: string) => ({ id: randomId(), name, language: null });

const names = async () =>
  (await database().selectFrom("organisations").select("name").execute()).map(({ name }) => name);

test("it has every migration", async () => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database(),
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
  expect(await migrate()).toEqual([]);
});

test("a change that is refused half-way leaves nothing behind", async () => {
  const change = inTransaction(async (trx) => {
    await trx.insertInto("organisations").values(organisation("Acme")).execute();
    throw new Error("The change failed.");
  });
  await expect(change).rejects.toThrow("The change failed.");
  expect(await names()).toEqual([]);
});

test("a change that is made is seen as a whole", async () => {
  await inTransaction(async (trx) => {
    await trx
      .insertInto("organisations")
      .values([organisation("Acme"), organisation("Blue")])
      .execute();
  });
  expect((await names()).sort()).toEqual(["Acme", "Blue"]);
});

test("what must be unique is refused under the same code", async () => {
  await database().insertInto("organisations").values(organisation("Acme")).execute();
  const again = database().insertInto("organisations").values(organisation("ACME")).execute();
  await expect(again).rejects.toMatchObject({ code: "23505" });
});

test("the database cannot be asked outside the transaction that is open", async () => {
  await expect(inTransaction(async () => database())).rejects.toThrow("use the transaction");
});

describe("a change whose machine is gone in its midst", () => {
  const longestIdle = async (on: Database) => {
    const asked = sql<{
      longest: string;
    }>`select current_setting('idle_in_transaction_session_timeout') as longest`;
    return (await asked.execute(on)).rows[0]?.longest;
  };

  test("holds what it has locked for a minute", async () => {
    expect(await inTransaction(longestIdle)).toBe("1min");
    expect(await longestIdle(database())).toBe("0");
  });

  if (inject("databaseKind") === "server")
    test("holds it for as long as the database was told to let it, where it was told", async () => {
      const worker = globalThis as { twostepDatabase?: Database };
      const untold = worker.twostepDatabase;
      const url = new URL(String(process.env.POSTGRES_URL));
      url.searchParams.set("options", "-c idle_in_transaction_session_timeout=10s");
      worker.twostepDatabase = new Kysely<Schema>({ dialect: dialectFor(url.href) });
      onTestFinished(async () => {
        await closeDatabase();
        worker.twostepDatabase = untold;
      });
      expect(await inTransaction(longestIdle)).toBe("10s");
    });
});

test("numbers, moments, lists and documents come back as what they are", async () => {
  const occurredAt = new Date("2026-03-01T12:00:00.123Z");
  const { id } = organisation("Acme");
  await database()
    .insertInto("organisations")
    .values({ ...organisation("Acme"), id })
    .execute();
  await database()
    .insertInto("audit_events")
    .values({
      occurred_at: occurredAt,
      organisation_id: id,
      event: "settings.edited",
      result: "success",
      detail: JSON.stringify({ methods: ["email"] }),
    })
    .execute();
  const event = await database().selectFrom("audit_events").selectAll().executeTakeFirstOrThrow();
  expect(event).toMatchObject({ occurred_at: occurredAt, detail: { methods: ["email"] }, reason: null });
  expect(event.id).toBeTypeOf("number");
  const { allowed_methods, count } = await database()
    .selectFrom("organisations")
    .select(["allowed_methods", sql<number>`count(*) over ()`.as("count")])
    .executeTakeFirstOrThrow();
  expect({ allowed_methods, count }).toEqual({ allowed_methods: ["email", "authenticator"], count: 1 });
});

test.each([
  ["change", sql`update audit_events set event = 'nothing'`],
  ["delete", sql`delete from audit_events`],
  ["truncate", sql`truncate audit_events`],
])("nobody can %s what was recorded", async (_act, statement) => {
  await database()
    .insertInto("audit_events")
    .values({ occurred_at: new Date(), event: "settings.edited", result: "success" })
    .execute();
  await expect(statement.execute(database())).rejects.toThrow("append-only");
});

test.each([
  [
    "a second live code of one login",
    "challenges_one_live",
    sql`insert into challenges (id, pending_login_id, code_digest, sent_at, expires_at)
      select gen_random_uuid(), pending_login_id, 'another', sent_at, expires_at from challenges`,
  ],
  [
    "a second session of one login",
    "sessions_pending_login_id_key",
    sql`insert into sessions (id, token_digest, user_id, organisation_id, pending_login_id, method, created_at,
        last_seen_at, expires_at, proved_at)
      select gen_random_uuid(), 'another', user_id, organisation_id, pending_login_id, method, created_at,
        last_seen_at, expires_at, proved_at from sessions`,
  ],
  [
    "more tries than there are",
    "pending_logins_tries_left_check",
    sql`update pending_logins set tries_left = tries_left - 6`,
  ],
  [
    "more sendings than there are",
    "pending_logins_sends_left_check",
    sql`update pending_logins set sends_left = sends_left - 6`,
  ],
])("the database itself refuses %s, whatever the code believes", async (_, rule, statement) => {
  const of = await organisationOf();
  // A login with a code on its way, and one that has opened a session.
  await givePassword(await person(of));
  await logIn(await person(of, { confirmed: false }));
  await expect(statement.execute(database())).rejects.toThrow(rule);
});

// The embedded database lives by the clock of its process, and has no connections to cut.
if (inject("databaseKind") !== "embedded") {
  test("an instance whose clock is off by more than five seconds does not serve", async () => {
    expect(await pingDatabase()).toBe(true);
    for (const off of [-1, 1]) {
      at(new Date(Date.now() + off * (mostClockSkew + 500)));
      expect(await pingDatabase()).toBe(false);
      expect(logged("clock.off")).toHaveLength(1);
      at(new Date(Date.now() - off * 1_000));
      expect(await pingDatabase()).toBe(true);
      vi.useRealTimers();
    }
  });

  if (inject("databaseKind") === "server")
    test("a connection outlives five minutes of quiet, because what was planned on it does not outlive it", async () => {
      const quiet = new Kysely<Schema>({ dialect: dialectFor(String(process.env.POSTGRES_URL)) });
      onTestFinished(() => quiet.destroy());
      const pid = async () => (await sql`select pg_backend_pid()`.execute(quiet)).rows;
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      const opened = await pid();
      vi.advanceTimersByTime(minutes(5) - 1);
      expect(await pid()).toEqual(opened);
      vi.advanceTimersByTime(minutes(5));
      expect(await pid()).not.toEqual(opened);
      vi.useRealTimers();
    });

  describe("a server that cuts its connections", () => {
    // It looks into the database every now and then, on one of the same connections, and says what came in between.
    beforeAll(stopQueue);
    afterAll(prepareQueue);

    const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`;
    const pidOn = async (on: Database) => (await pid.execute(on)).rows[0]?.pid;
    // From a connection that stays: as when the server is started anew.
    const cut = async (...pids: unknown[]) => {
      const alive = new pg.Client({ connectionString: process.env.POSTGRES_URL });
      await alive.connect();
      await alive.query("select pg_terminate_backend(pid) from unnest($1::integer[]) as pid", [pids]);
      await alive.end();
    };

    test("ends no process, and the next question gets another one", async () => {
      const open = await Promise.all([pidOn(database()), pidOn(database())]);
      await cut(...open);
      let lost = 0;
      await vi.waitFor(() => {
        lost += logged("database.connection-lost").length;
        expect(lost).toBe(open.length);
      });
      expect(open).not.toContain(await pidOn(database()));
    });

    test("undoes the change that was being made, and the next one is made", async () => {
      const change = (name: string, inTheMidst: (trx: Transaction) => Promise<void>) =>
        inTransaction(async (trx) => {
          await trx.insertInto("organisations").values(organisation(name)).execute();
          await inTheMidst(trx);
          await trx
            .insertInto("organisations")
            .values(organisation(`${name} & Sons`))
            .execute();
        });
      await expect(change("Acme", async (trx) => cut(await pidOn(trx)))).rejects.toSatisfy(isUnavailable);
      await change("Blue", async () => {});
      expect((await names()).sort()).toEqual(["Blue", "Blue & Sons"]);
    });
  });
}
