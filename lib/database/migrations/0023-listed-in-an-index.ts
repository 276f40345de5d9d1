/** What lets a team be listed, and those not confirmed be found by address, without their rows: strewn over the table. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const listedInAnIndex: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- The members of a team are known by their ids. With all that they are sorted and searched by standing there, a
    -- thousand of them are a thousand entries of this index, where each had a page of the table to read besides.
    create index users_by_id on users (id) include (organisation_id, name_folded, email_folded);

    -- The same for what the order of addresses is filtered by most; an order of its own, as names have, would be another
    -- index to keep up.
    drop index users_by_email;
    create index users_by_email on users (organisation_id, email_folded, id)
      include (name_folded, email_confirmed_at);
    -- Else the few who are in these are looked for among all those not confirmed, in whose index no row need be met.
    drop index users_addressed_otherwise, users_named_otherwise;
    create index users_addressed_otherwise on users (organisation_id, email_folded, id)
      include (name_folded, email_confirmed_at)
      where substring(email_folded from '^[a-z0-9]*') <> substring(name_folded from '^[a-z0-9]*');
    create index users_named_otherwise on users (organisation_id, name_folded, id)
      include (email_folded, email_confirmed_at)
      where substring(email_folded from '^[a-z0-9]*') <> substring(name_folded from '^[a-z0-9]*');
  end $do$;
`;
