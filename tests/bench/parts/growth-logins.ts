/** Logins in a database with millions of old sessions and events, beside logins in one without. */
import { Kysely, sql } from "kysely";
import { dialectFor } from "@/lib/database/connection";
import { patiently } from "@/lib/database/leaving-client";
import type { Schema } from "@/lib/database/schema";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { withoutIndexes } from "../../../scripts/without-indexes";
import { prepare } from "../../support/prepare";
import { emptyDatabase, inDatabase } from "../measure/databases";
import { startProduct } from "../measure/servers";
import { openSink } from "../measure/sink";
import { ours, seedOurs } from "../sides/ours";
import { makeUsers } from "../sides/side";
import { type Contestant, playRounds, type Results, warmUpRounds } from "./steps-rounds";

const rounds = 5;
const perRound = { totp: 100, mail: 60, whole: 20 };

export const many = "many old rows";
export const few = "few old rows";

/** Ten of a user's sessions, nine of which have ended, and as many events. Their ids rise, as those of the product do. */
export async function fillTables(name: string, rows: number): Promise<void> {
  await patiently(() => inTransaction((trx) => fill(rows, trx)));
  await inDatabase(name, "vacuum analyze sessions, audit_events");
}

async function fill(rows: number, trx: Transaction): Promise<void> {
  // References that cannot be wrong here are not looked up; only a superuser may leave that out.
  await sql`select set_config('session_replication_role', 'replica', true)`.execute(trx);
  await sql`
    create temporary table numbered on commit drop as
    select row_number() over () - 1 as n, id, organisation_id from users
  `.execute(trx);
  await sql`create unique index on numbered (n)`.execute(trx);
  await withoutIndexes(["sessions", "audit_events"], trx, async () => {
    await sql`
      insert into sessions (id, token_digest, user_id, organisation_id, pending_login_id, method, created_at,
        last_seen_at, expires_at, proved_at, user_agent, address, ended_at, ended_reason)
      select ('00000000-0000-4000-8000-' || lpad(to_hex(made), 12, '0'))::uuid, 'first:' || encode(sha256(made::text::bytea), 'base64'), id,
        organisation_id, ('00000000-0000-4000-9000-' || lpad(to_hex(made), 12, '0'))::uuid, 'authenticator',
        at, at, at + interval '12 hours', at, 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0', '192.0.2.7',
        case when made % 10 > 0 then at + interval '1 hour' end, case when made % 10 > 0 then 'logged-out' end
      from (
        select made, now() - (${rows}::bigint - made) * interval '0.25 seconds' as at
        from generate_series(1, ${rows}::bigint) as made
      ) as moments
      join numbered on n = made % (select count(*) from numbered)
    `.execute(trx);
    await sql`
      insert into audit_events (occurred_at, organisation_id, event, result, actor_id, target_id, address, browser, method)
      select now() - (${rows}::bigint - made) * interval '0.25 seconds', organisation_id,
        case when made % 2 = 0 then 'password.accepted' else 'login.completed' end,
        case when made % 50 = 0 then 'failure' else 'success' end, id, id, '192.0.2.7', 'Chrome on Linux', 'authenticator'
      from generate_series(1, ${rows}::bigint) as made
      join numbered on n = made % (select count(*) from numbered)
    `.execute(trx);
  });
}

/** Plays the same logins in both databases, in turn. */
export async function compareLogins(big: { name: string; url: string }): Promise<Results> {
  const small = await emptyDatabase("small");
  const other = new Kysely<Schema>({ dialect: dialectFor(small.url) });
  await prepare(other);
  await other.destroy();
  const users = makeUsers(
    (warmUpRounds + rounds) * (perRound.totp + perRound.mail + perRound.whole) + 1,
    "jane",
  );
  const sink = await openSink();
  const servers = [];
  try {
    const contestants: Contestant[] = [];
    for (const [name, place] of [
      [many, big],
      [few, small],
    ] as const) {
      await seedOurs(place.name, users);
      const server = await startProduct({ POSTGRES_URL: place.url, SMTP_URL: sink.url });
      servers.push(server);
      const side = await ours(server.origin, users.at(-1) as (typeof users)[number]);
      contestants.push({ ...server, database: place.name, side: { ...side, name }, users });
    }
    return await playRounds({
      contestants,
      onlyPassword: [],
      guard: null,
      frameworks: null,
      rounds,
      perRound,
      fewPerRound: 0,
      sink,
    });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    sink.close();
  }
}
