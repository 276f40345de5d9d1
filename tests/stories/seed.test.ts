/** Users by the thousand, for whoever tries the product out as a large organisation: nothing else changes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import { database } from "@/lib/database/connection";
import { blankVariables } from "../../scripts/blank-variables.mjs";
import { seedUsers } from "../../scripts/seed-users";

test("seeding leaves the indexes as they were, with what they keep for the planner", async () => {
  const before = await indexes();
  expect(before.some(({ kept }) => kept.length > 0)).toBe(true);
  await seedUsers({ organisation: "Acme", users: 100, unconfirmed: 0.3, passwordHash: null });
  expect(await indexes()).toEqual(before);
});

test.each([
  ["Acme", "acme.example"],
  ["Łódź & Co. 24", "lodz-co-24.example"],
  ["«Ünal»", "unal.example"],
  ["日本", "organisation.example"],
  ["x".repeat(100), `${"x".repeat(63)}.example`],
])("the people of %s have addresses at %s, however often it is seeded", async (organisation, domain) => {
  const seeding = { organisation, users: 2, unconfirmed: 0, passwordHash: null };
  await seedUsers(seeding);
  await seedUsers(seeding);
  const users = await database().selectFrom("users").select("email").orderBy("email").execute();
  expect(users.map(({ email }) => email.slice(email.indexOf("@") + 1))).toEqual(Array(4).fill(domain));
});

if (inject("databaseKind") === "server") {
  test("seeding leaves nothing behind but users: no secrets on the disk that nothing is sealed with", async () => {
    const folder = join(String(process.env.TWOSTEP_DATA), "of-a-seed");
    const { POSTGRES_URL } = process.env;
    const args = ["--import", "tsx", "scripts/seed.ts", "--organisation", "Acme", "--users", "3"];
    const seeding = spawn(process.execPath, args, {
      cwd: resolve(import.meta.dirname, "../.."),
      env: { ...process.env, ...blankVariables, NODE_ENV: "development", POSTGRES_URL, TWOSTEP_DATA: folder },
      stdio: "ignore",
    });
    expect(await once(seeding, "exit")).toEqual([0, null]);
    expect(await database().selectFrom("users").select("email").execute()).toHaveLength(3);
    expect(existsSync(folder)).toBe(false);
  });
}

async function indexes() {
  const { rows } = await sql<{ definition: string; kept: string[] }>`
    select pg_get_indexdef(indexrelid) as definition, array(
      select attnum || ': ' || attstattarget from pg_attribute where attrelid = indexrelid and attstattarget >= 0
    ) as kept
    from pg_index where indrelid = any (array['users', 'team_members']::regclass[]) order by 1
  `.execute(database());
  return rows;
}
