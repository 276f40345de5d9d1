/** Statements that are put together once: whichever values come, they are those of the moment. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { isAny, type OneByOne, oneByOne, prepared } from "@/lib/database/prepared";
import { randomId } from "@/lib/kernel/random";

const add = (name: string) =>
  database().insertInto("organisations").values({ id: randomId(), name, language: null }).execute();

let puttingTogether = 0;
const named = prepared("organisations-by-name", (on, { names }: { names: OneByOne }) => {
  puttingTogether += 1;
  return on.selectFrom("organisations").select("name").where(isAny("name", names)).orderBy("name");
});

test("a prepared statement answers each time by the values of that time", async () => {
  await add("Acme");
  await add("Blue");
  const byName = async (...names: string[]) =>
    (await named(database(), { names: oneByOne(names) })).map(({ name }) => name);
  expect(await byName("Acme", "Carbon")).toEqual(["Acme"]);
  expect(await byName("Blue", "Acme")).toEqual(["Acme", "Blue"]);
  expect(await byName("Carbon", "Delta")).toEqual([]);
  // Tests put each one together a second time, to compare it with the one that is kept.
  expect(puttingTogether).toBe(1 + 3);
});

test("lists, moments and what is not there reach a prepared statement as they are", async () => {
  const echo = prepared("echo", (on, it: { list: string[]; moment: Date; nothing: string | null }) =>
    on.selectNoFrom([
      sql<string[]>`${it.list}::text[]`.as("list"),
      sql<Date>`${it.moment}::timestamptz`.as("moment"),
      sql<null>`${it.nothing}::text`.as("nothing"),
    ]),
  );
  for (const list of [["one"], [], ["two", "three"]]) {
    const values = { list, moment: new Date(1_700_000_000_000 + list.length), nothing: null };
    expect(await echo(database(), values)).toEqual([values]);
  }
});

test("a statement that looks at its values cannot be prepared", async () => {
  const byLook = prepared("by-look", (on, { name }: { name: string | null }) =>
    on.selectNoFrom(sql`${name === null ? "nobody" : name}::text`.as("name")),
  );
  await byLook(database(), { name: "Acme" });
  await expect(byLook(database(), { name: null })).rejects.toThrow("depends on its values");

  const byReckoning = prepared("by-reckoning", (on, { name }: { name: string }) =>
    on.selectNoFrom(sql`${`${name}!`}::text`.as("name")),
  );
  await expect(byReckoning(database(), { name: "Acme" })).rejects.toThrow(
    "cannot depend on the value of name",
  );
});

test("a prepared statement names its columns: a kept plan outlives no new one", async () => {
  const whole = prepared("whole", (on) => on.selectFrom("organisations").selectAll());
  await expect(whole(database(), {})).rejects.toThrow("must name the columns");
  const ofPart = prepared("of-part", (on) =>
    on
      .with("found", (db) => db.selectFrom("organisations").select("name"))
      .selectFrom("found")
      .selectAll("found"),
  );
  expect(await ofPart(database(), {})).toEqual([]);
});
