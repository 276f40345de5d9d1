/** Counters of attempts, known browsers, and the function that counts all limits of a door in one statement. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const throttles: Migration = {
  async up(db) {
    await sql.raw(tables).execute(db);
  },
};

const tables = `
  do $do$ begin
    -- Lost with a crash of the server, like the attempts that it counts; in exchange, counting waits for no disk.
    create unlogged table throttles (
      key text primary key,
      count integer not null,
      window_ends_at timestamptz not null,
      closed_until timestamptz
    );
    create index throttles_window on throttles (window_ends_at);

    create function spend_throttles(wanted jsonb, moment timestamptz) returns timestamptz language plpgsql as $f$
      declare
        each_limit record;
        counter throttles;
        wait_ms double precision;
      begin
        for each_limit in
          select * from jsonb_to_recordset(wanted) as limits(
            key text, most integer, within_ms double precision, first_wait_ms double precision, longest_wait_ms double precision
          ) order by key
        loop
          insert into throttles as known values (each_limit.key, 0, moment + each_limit.within_ms * interval '1 ms')
            on conflict (key) do update set key = known.key returning * into counter;
          if counter.closed_until > moment then
            -- Undoes what this statement counted before it came to the closed one.
            raise exception using errcode = 'TH001', message = counter.closed_until::text;
          end if;
          if counter.window_ends_at <= moment then
            counter.count := 0;
            counter.window_ends_at := moment + each_limit.within_ms * interval '1 ms';
          end if;
          counter.count := counter.count + 1;
          counter.closed_until := null;
          if counter.count >= each_limit.most then
            if each_limit.first_wait_ms is null then
              counter.closed_until := counter.window_ends_at;
            else
              wait_ms := least(each_limit.longest_wait_ms, each_limit.first_wait_ms * 2 ^ least(30, counter.count - each_limit.most));
              counter.closed_until := moment + wait_ms * interval '1 ms';
              -- Remembered beyond the wait: otherwise whoever waits starts from nothing again.
              counter.window_ends_at := greatest(counter.window_ends_at, counter.closed_until + each_limit.within_ms * interval '1 ms');
            end if;
          end if;
          update throttles set count = counter.count, window_ends_at = counter.window_ends_at,
            closed_until = counter.closed_until where key = each_limit.key;
        end loop;
        return null;
      exception when sqlstate 'TH001' then
        return sqlerrm::timestamptz;
      end
    $f$;

    create table known_browsers (
      user_id uuid not null references users on delete cascade,
      browser_digest text not null,
      first_seen_at timestamptz not null,
      last_seen_at timestamptz not null,
      primary key (user_id, browser_digest)
    );

    -- Set when the owner was told that somebody entered the password and got no further.
    alter table pending_logins add column warned_at timestamptz;
    create index pending_logins_unfinished on pending_logins (created_at)
      where verified_at is null and cancelled_at is null and warned_at is null;
    create index sessions_ended on sessions (ended_at) where ended_at is not null;
    create index email_tokens_expiry on email_tokens (expires_at);
  end $do$;
`;
