/** The migrations are one written list, in order, and each has its own file. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrate, migrations } from "@/lib/database/migrate";
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
  const database = await loadEmbedded();
  onTestFinished(() => database.destroy());
  expect(await migrate(database)).toEqual(names);
  expect(await migrate(database)).toEqual([]);
});

test("one that fails leaves the database as it was", async () => {
  const database = await loadEmbedded(inject("embeddedTemplate"));
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
