/** What grows with the organisation must not grow with time: the users list, and logins beside ten million old rows. */
import { database } from "@/lib/database/connection";
import { seedUsers } from "../../../scripts/seed-users";
import { prepare } from "../../support/prepare";
import { dropBenchDatabases, emptyDatabase, inDatabase } from "../measure/databases";
import { hashCost } from "../measure/hash-cost";
import { median } from "../measure/numbers";
import type { Findings } from "../measure/report";
import { compareLogins, fillTables } from "./growth-logins";
import { describeGrowth, writePlans } from "./growth-report";
import { measureViews, organisationOf, type ViewTimes } from "./growth-views";

export const sizes = [10_000, 100_000, 1_000_000];
export const oldRows = 10_000_000;

export async function measure(): Promise<Findings> {
  const { name, url } = await emptyDatabase("growth");
  process.env.POSTGRES_URL = url;
  try {
    await prepare(database());
    const bySize: ViewTimes[] = [];
    let before = 0;
    for (const size of sizes) {
      await seedUsers({ organisation: "Acme", users: size - before, unconfirmed: 0.3, passwordHash: null });
      await varyUsers(name);
      await settle(name);
      before = size;
      bySize.push(await measureViews(await organisationOf("Acme")));
      console.log(`${size} users`);
    }
    writePlans(bySize.at(-1));
    await fillTables(name, oldRows);
    console.log(`${oldRows} sessions and audit events`);
    const logins = await compareLogins({ name, url });
    return describeGrowth(sizes, bySize, oldRows, logins, median(await hashCost()));
  } finally {
    await database().destroy();
    await dropBenchDatabases();
  }
}

/** The seed knows neither authenticators nor deactivated users: every fifth gets one, and one in a hundred has left. */
async function varyUsers(name: string): Promise<void> {
  await inDatabase(
    name,
    `insert into authenticators (user_id, secret_sealed, enabled_at, last_step)
    select id, 'sealed', now(), 0 from users where hashtext(id::text) % 5 = 0
    on conflict do nothing`,
  );
  await inDatabase(name, "update users set status = 'deactivated' where hashtext(id::text) % 100 = 7");
}

/**
 * As where the list has been served for a while: what was seeded is on the disk, and as much of it as fits into Postgres'
 * own memory is there. Else the first views pay for the seeding, and each place of the list for being the first one there.
 */
async function settle(name: string): Promise<void> {
  await inDatabase(name, "vacuum analyze");
  await inDatabase(name, "checkpoint");
  await inDatabase(name, "create extension if not exists pg_prewarm");
  await inDatabase(
    name,
    `select pg_prewarm(oid) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') order by relname like 'users%'`,
  );
}
