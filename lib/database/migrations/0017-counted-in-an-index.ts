/** What lets those with a last name be counted, and those with an authenticator be listed, by an index alone. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const countedInAnIndex: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- Whether there is a row in authenticators, in the row of its user: an index cannot hold what is in another table,
    -- and to look five thousand users up there takes longer than to find them. The database keeps it, whoever writes
    -- there; that is seldom, since a login changes such a row and neither adds nor takes one away.
    alter table users add column has_authenticator boolean not null default false;
    update users set has_authenticator = true where id in (select user_id from authenticators);
    create function note_authenticator() returns trigger language plpgsql as $f$
      begin
        update users set has_authenticator = (tg_op = 'INSERT') where id = coalesce(new.user_id, old.user_id);
        return null;
      end
    $f$;
    create trigger authenticators_noted after insert or delete on authenticators
      for each row execute function note_authenticator();
    -- Those that are off because of wrong codes (mostFailuresInARow in lib/two-factor/policy.ts): hardly any.
    create index authenticators_locked_out on authenticators (user_id) where failures_in_a_row >= 100;

    create index users_with_authenticator on users (organisation_id, name_folded, id) include (email_folded)
      where has_authenticator;
    drop index users_without_email_method;
    create index users_without_email_method on users (organisation_id, name_folded, id)
      include (email_folded, has_authenticator)
      where email_confirmed_at is null or not email_method_enabled;

    -- By the last word of the name, with all that the list filters by. A frequent last name leads users_search to ten
    -- thousand rows, strewn over the whole table, to see which of them the filter lets through. Here they stand together.
    create index users_by_last_name on users (organisation_id, split_part(name_folded, ' ', -1))
      include (id, name_folded, email_confirmed_at, email_method_enabled, has_authenticator, role, status);
  end $do$;
`;
