/** Of several closed counters the one is named that opens last: whoever comes back then must find all of them open. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const lastToOpen: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- As before, but for the moment that is said.
    create or replace function spend_throttles(wanted jsonb, moment timestamptz) returns timestamptz language plpgsql as $f$
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
            -- Undoes what this statement counted before it came to the closed one. Those after it are not waited for:
            -- whoever closes one at this very moment might as well have come after.
            raise exception using errcode = 'TH001', message = (
              select max(closed_until) from throttles
              where key = any(array(select jsonb_array_elements(wanted) ->> 'key'))
            )::text;
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
  end $do$;
`;
