/** Texts of several statements, as the queue brings them, on the database that is open. */
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { rawExecutor, statementsIn } from "@/lib/database/raw";

test("a statement ends at a semicolon, but not inside quotes, bodies and comments", () => {
  expect(
    statementsIn(`select ';', ";"; -- one; two
      create function f() returns text as $body$ begin; end; $body$ language sql;
      /* a;b */ select $1 - $2 / 3;;`).map((statement) => statement.trim()),
  ).toEqual([
    `select ';', ";"`,
    `-- one; two
      create function f() returns text as $body$ begin; end; $body$ language sql`,
    "/* a;b */ select $1 - $2 / 3",
  ]);
});

test("a text of several statements answers with the rows of all of them", async () => {
  const { rows } = await rawExecutor(database()).executeSql(
    "begin; select 1 as one; select 2 as one; commit;",
  );
  expect(rows).toEqual([{ one: 1 }, { one: 2 }]);
});

test("values are passed beside the text", async () => {
  const { rows } = await rawExecutor(database()).executeSql("select $1::text as said", [
    "'; drop table users; --",
  ]);
  expect(rows).toEqual([{ said: "'; drop table users; --" }]);
});

test("a text that fails half-way leaves nothing behind, not even its transaction", async () => {
  const raw = rawExecutor(database());
  await expect(raw.executeSql("begin; create table half_way (); select 1 / 0; commit;")).rejects.toThrow();
  const { rows } = await raw.executeSql("select to_regclass('half_way')::text as table");
  expect(rows).toEqual([{ table: null }]);
});
