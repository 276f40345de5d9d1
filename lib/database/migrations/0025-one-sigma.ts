/** Greek names are found however they are written: in capitals, the sigma at the end of a word is like all others. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const oneSigma: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- As before, but for the last sigma.
    create or replace function folded(value text) returns text language sql immutable parallel safe as $f$
      select case
        when octet_length(value) = char_length(value) then lower(value collate "C")
        else replace(translate(
          lower(regexp_replace(normalize(value, nfd), '[\\u0300-\\u036f]', '', 'g')), 'łøđıæœς', 'lodiaoσ'), 'ß', 'ss')
      end
    $f$;

    update users set name = name, email = email where name_folded like '%ς%' or email_folded like '%ς%';
  end $do$;
`;
