/** A sending to many is not slower for each of them: a batch is read by itself, however many wait behind it. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { randomId } from "@/lib/kernel/random";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { noticeSizes, takeRecipients } from "@/lib/organisations/sending-recipient-queries";
import { readView } from "@/lib/organisations/user-view";
import { holder } from "../support/staff";
import { organisation, person } from "../support/world";

/** An administrator of an organisation with so many users who are not confirmed. */
async function manyToConfirm(count: number) {
  const of = await organisation({ switchedOn: false });
  const by = await holder(await person(of, { role: "administrator" }), "users.invite");
  await sql`
    insert into users (id, organisation_id, name, email, role)
    select gen_random_uuid(), ${of.id}, 'User ' || n, ${of.id} || n || '@example.com', 'member'
    from generate_series(1, ${count}::integer) as n
  `.execute(database());
  return { by };
}

test("of thousands that were taken down just now, a batch of twenty reads few rows besides its own", async () => {
  const { by } = await manyToConfirm(3_000);
  const sendingId = randomId();
  const started = await resendConfirmations(by, readView({}).filter, { sendingId, seenAt: new Date() });
  expect(started.ok).toBe(true);

  await noticeSizes(database());
  const [taken, read] = await inTransaction(async (trx) => {
    const before = await rowsRead(trx);
    const rows = await takeRecipients(trx, sendingId, { limit: 20, onlyNew: false, at: new Date() });
    return [rows, (await rowsRead(trx)) - before] as const;
  });
  expect(taken.map(({ position }) => position).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  expect(read).toBeLessThan(100);
});

test("a sending into a list that the database knows as empty looks at no page again for each of its rows", async () => {
  const { by } = await manyToConfirm(5_000);
  await sql`delete from resend_recipients`.execute(database());
  await sql`analyze users`.execute(database());
  await sql`vacuum analyze resend_recipients`.execute(database());
  const before = await pagesLookedAt();
  const sendingId = randomId();
  const started = await resendConfirmations(by, readView({}).filter, { sendingId, seenAt: new Date() });
  expect(started.ok).toBe(true);
  const looked = (await pagesLookedAt()) - before;
  // Each row that is written takes a look at its page; the rest is few.
  expect(looked).toBeLessThan(4 * 5_000);
});

/** How often a page of the table was looked at so far, by anybody. */
async function pagesLookedAt(): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(database());
  const { rows } = await sql<{ count: number }>`
    select heap_blks_hit + heap_blks_read as count from pg_statio_user_tables where relname = 'resend_recipients'
  `.execute(database());
  return Number(rows[0]?.count);
}

/** How many rows of the table this connection has read of late. */
async function rowsRead(trx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select seq_tup_read + idx_tup_fetch as count from pg_stat_xact_user_tables where relname = 'resend_recipients'
  `.execute(trx);
  return Number(rows[0]?.count);
}
