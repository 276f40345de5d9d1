/** What lets the last step of a login be one statement: the session beyond the most a user may have ends inside it. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const loginInOneStatement: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- A function sees what the statement around it has written so far, and what others wrote while it waited for the
    -- user's row; a plain part of that statement would count the sessions as they were when it began.
    create function end_surplus_sessions(owner uuid, most integer, moment timestamptz, reason text)
      returns integer language plpgsql as $f$
      declare
        surplus integer;
      begin
        update sessions set ended_at = moment, ended_reason = reason where id in (
          select id from sessions where user_id = owner and ended_at is null and expires_at > moment
          order by last_seen_at desc, created_at desc offset most
        );
        get diagnostics surplus = row_count;
        return surplus;
      end
    $f$;
  end $do$;
`;
