/** What keeps the audit log quick to look through at ten million events, and finds what has been kept long enough. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const auditAndRetention: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- In the order of time, so that the days of a filter are a part of the index; the number makes each place exact.
    drop index audit_events_organisation;
    create index audit_events_moment on audit_events (organisation_id, occurred_at, id);
    create index audit_events_name on audit_events (organisation_id, event, occurred_at, id);
    create index audit_events_actor on audit_events (actor_id, id);
    -- Nearly all events are successes; walking past them to find the others takes seconds.
    create index audit_events_trouble on audit_events (organisation_id, occurred_at, id) where result <> 'success';

    -- Also those that were cancelled: otherwise somebody with a stolen password would cancel and stay unnoticed.
    drop index pending_logins_unfinished;
    create index pending_logins_unfinished on pending_logins (created_at)
      where verified_at is null and warned_at is null;

    -- A session has run out at the latest when its whole limit is over, whether it was ended before or not.
    drop index sessions_ended;
    create index sessions_expiry on sessions (expires_at);
    create index known_browsers_last_seen on known_browsers (last_seen_at);
  end $do$;
`;
