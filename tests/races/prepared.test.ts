/** Plans that Postgres keeps: one for each connection, however many ask at once. */
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { dialectFor } from "@/lib/database/connection";
import { prepared } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";

const echo = prepared("echo-slowly", (on, { value }: { value: number }) =>
  on.selectNoFrom([
    sql<number>`${value}::integer`.as("value"),
    sql<number>`pg_backend_pid()`.as("connection"),
    sql<string>`pg_sleep(0.02)::text`.as("slept"),
    sql<number>`(select count(*) from pg_prepared_statements)`.as("kept"),
  ]),
);

test("forty at once get an answer each, by one plan on each connection", async () => {
  const answers = await fortyAtOnce(String(process.env.POSTGRES_URL));
  expect(answers.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  expect(new Set(answers.map(({ connection }) => connection)).size).toBeGreaterThan(1);
  expect(new Set(answers.map(({ kept }) => kept))).toEqual(new Set([1]));
});

test("behind a pooler that minds no plans, none is kept", async () => {
  const answers = await fortyAtOnce(`${process.env.POSTGRES_URL}?pgbouncer=true`);
  expect(answers.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  expect(new Set(answers.map(({ kept }) => kept))).toEqual(new Set([0]));
});

async function fortyAtOnce(url: string) {
  const on = new Kysely<Schema>({ dialect: dialectFor(url) });
  try {
    const asked = Array.from({ length: 40 }, (_, value) => echo(on, { value }));
    return (await Promise.all(asked)).flat();
  } finally {
    await on.destroy();
  }
}
