/** A session that ends because it is one too many takes along what is shown in it, like every other that ends. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const nothingShownInSurplusSessions: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    create or replace function end_surplus_sessions(owner uuid, most integer, moment timestamptz, reason text)
      returns integer language plpgsql as $f$
      declare
        surplus uuid[];
      begin
        with ended as (
          update sessions set ended_at = moment, ended_reason = reason where id in (
            select id from sessions where user_id = owner and ended_at is null and expires_at > moment
            order by last_seen_at desc, created_at desc offset most
          )
          returning id
        )
        select coalesce(array_agg(id), '{}') into surplus from ended;
        -- Hardly any login ends one: the others are not to look for what is shown.
        if cardinality(surplus) > 0 then
          delete from authenticator_enrolments where user_id = owner and session_id = any(surplus);
          delete from recovery_code_reveals where user_id = owner and session_id = any(surplus);
        end if;
        return cardinality(surplus);
      end
    $f$;
  end $do$;
`;
