/** Names and addresses with an I are found in a database whose capitals are Turkish, too, where its small letter is ı. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const capitalsInAnyLocale: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- As before, but for the small letters of plain capitals, which are those of English everywhere. Other names lose
    -- the ı of theirs to the i that stands beside it in the list of letters.
    create or replace function folded(value text) returns text language sql immutable parallel safe as $f$
      select case
        when octet_length(value) = char_length(value) then lower(value collate "C")
        else replace(translate(
          lower(regexp_replace(normalize(value, nfd), '[\\u0300-\\u036f]', '', 'g')), 'łøđıæœ', 'lodiao'), 'ß', 'ss')
      end
    $f$;

    if lower('I') <> 'i' then
      -- As storedAddress in lib/accounts has it; unless somebody else has that address: then an administrator has to
      -- give one of the two another.
      update users set email = lower(email collate "C"), revision = revision + 1
        where lower(email) <> lower(email collate "C")
        and not exists (
          select from users as other where lower(other.email) = lower(users.email collate "C") and other.id <> users.id
        );
      update users set name = name, email = email
        where name_folded <> folded(name) or email_folded <> folded(email);
    end if;
  end $do$;
`;
