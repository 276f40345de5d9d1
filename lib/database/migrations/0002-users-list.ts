/** What keeps the list of users as fast at a million as at ten thousand: folded text to search and sort by, and indexes. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const usersList: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    create extension if not exists pg_trgm;

    -- Lower case without accents, so that "bjorn" finds Björn and Åsa stands at A. Its order is that of the bytes:
    -- the same on every server, untouched by an update of the system's collations, and good for prefixes too.
    create function folded(value text) returns text language sql immutable parallel safe as $f$
      select case
        when octet_length(value) = char_length(value) then lower(value)
        else replace(translate(
          lower(regexp_replace(normalize(value, nfd), '[\\u0300-\\u036f]', '', 'g')), 'łøđıæœ', 'lodiao'), 'ß', 'ss')
      end
    $f$;

    alter table users
      add column name_folded text collate "C" not null generated always as (folded(name)) stored,
      add column email_folded text collate "C" not null generated always as (folded(email)) stored;

    -- One index for each order of the list; the id makes every place in it exact. The other column comes along, so
    -- that those whose address begins with a term are sorted by name without a look at the table, and the other way.
    create index users_by_name on users (organisation_id, name_folded, id) include (email_folded);
    create index users_by_email on users (organisation_id, email_folded, id) include (name_folded);

    -- What is inside of names and addresses, without their first letters: beginnings are found by the orders above.
    -- A line break cannot be searched for, so no term matches the end of a name with the start of an address.
    create index users_search on users
      using gin ((substr(name_folded, 2) || E'\\n' || substr(email_folded, 2)) gin_trgm_ops);
    -- From a hundred samples nobody can tell a rare term from one that is ten times as frequent.
    alter index users_search alter column 1 set statistics 1000;

    -- What is rare has an index of its own: walking a million rows in order to find a handful takes seconds.
    create index users_without_email_method on users (organisation_id, name_folded, id) include (email_folded)
      where email_confirmed_at is null or not email_method_enabled;
    create index users_to_confirm on users (organisation_id, name_folded, id)
      where email_confirmed_at is null and status = 'active';
    create index users_deactivated on users (organisation_id, name_folded, id) include (email_folded)
      where status = 'deactivated';
    create index users_above_member on users (organisation_id, role, name_folded, id) include (email_folded)
      where role <> 'member';
  end $do$;
`;
