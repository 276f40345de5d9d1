/** The migrations are one written list, in order, and each has its own file. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrate, migrations } from "@/lib/database/migrate";
import { countedInAnIndex } from "@/lib/database/migrations/0017-counted-in-an-index";
import { capitalsInAnyLocale } from "@/lib/database/migrations/0021-capitals-in-any-locale";
import { oneSigma } from "@/lib/database/migrations/0025-one-sigma";
import { loadEmbedded } from "../support/embedded";

const names = Object.keys(migrations);

test("they are numbered from 1 without a gap, in the order in which they run", () => {
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  expect(names).toEqual([...names].sort());
});

test("each file is in the list, under its own name", () => {
  const files = readdirSync(resolve(import.meta.dirname, "../../lib/database/migrations")).sort();
  expect(files).toEqual(names.map((name) => `${name}.ts`));
});

test("an empty database runs them all, once", async () => {
  const database = await loadEmbedded(inject("embeddedTemplates").empty);
  onTestFinished(() => database.destroy());
  expect(await migrate(database)).toEqual(names);
  expect(await migrate(database)).toEqual([]);
});

test("one that fails leaves the database as it was", async () => {
  const database = await loadEmbedded(inject("embeddedTemplates").migrated);
  onTestFinished(() => database.destroy());
  const last = "9999-broken";
  migrations[last] = {
    up: async (db) => {
      await sql`create table half_way (id integer)`.execute(db);
      await sql`select * from nowhere`.execute(db);
    },
  };
  onTestFinished(() => {
    delete migrations[last];
  });
  await expect(migrate(database)).rejects.toThrow("nowhere");
  const { rows } = await sql`select to_regclass('half_way') as found`.execute(database);
  expect(rows).toEqual([{ found: null }]);
});

test("who has an authenticator before the database notes that is noted by the migration, and nobody else", async () => {
  const database = await loadEmbedded(inject("embeddedTemplates").migrated);
  onTestFinished(() => database.destroy());
  await sql`do $do$ begin
    drop trigger authenticators_noted on authenticators;
    drop function note_authenticator;
    drop index authenticators_locked_out;
    -- Takes its indexes along, of which one was there before.
    alter table users drop column has_authenticator;
    create index users_without_email_method on users (id);
    insert into organisations (id, name) values (gen_random_uuid(), 'Acme');
    insert into users (id, organisation_id, name, email, role)
      select gen_random_uuid(), id, each.name, each.name || '@acme.example', 'member'
      from organisations, unnest(array['ada', 'noor']) as each (name);
    insert into authenticators (user_id, secret_sealed, enabled_at, last_step)
      select id, 'sealed', now(), 0 from users where users.name = 'ada';
  end $do$`.execute(database);
  await countedInAnIndex.up(database as never);
  const noted = await database
    .selectFrom("users")
    .select(["name", "has_authenticator as has"])
    .orderBy("name")
    .execute();
  expect(noted).toEqual([
    { name: "ada", has: true },
    { name: "noor", has: false },
  ]);
});

test("whose name ends with a sigma before all of them are one is found by the others after the migration", async () => {
  const database = await loadEmbedded(inject("embeddedTemplates").migrated);
  onTestFinished(() => database.destroy());
  await capitalsInAnyLocale.up(database as never);
  await sql`do $do$ begin
    insert into organisations (id, name) values (gen_random_uuid(), 'Acme');
    insert into users (id, organisation_id, name, email, role)
      select gen_random_uuid(), id, 'Γιώργος Παππάς', 'γιώργος@acme.example', 'member' from organisations;
  end $do$`.execute(database);
  await oneSigma.up(database as never);
  const { rows } = await sql`
    select name_folded = folded('ΓΙΏΡΓΟΣ ΠΑΠΠΆΣ') as name, email_folded like folded('ΓΙΏΡΓΟΣ%') as email from users
  `.execute(database);
  expect(rows).toEqual([{ name: true, email: true }]);
});
