/** Users by the thousand, for whoever tries the product out as a large organisation: nothing else changes. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { seedUsers } from "../../scripts/seed-users";

test("seeding leaves the indexes as they were, with what they keep for the planner", async () => {
  const before = await indexes();
  expect(before.some(({ kept }) => kept.length > 0)).toBe(true);
  await seedUsers({ organisation: "Acme", users: 100, unconfirmed: 0.3, passwordHash: null });
  expect(await indexes()).toEqual(before);
});

async function indexes() {
  const { rows } = await sql<{ definition: string; kept: string[] }>`
    select pg_get_indexdef(indexrelid) as definition, array(
      select attnum || ': ' || attstattarget from pg_attribute where attrelid = indexrelid and attstattarget >= 0
    ) as kept
    from pg_index where indrelid = any (array['users', 'team_members']::regclass[]) order by 1
  `.execute(database());
  return rows;
}
