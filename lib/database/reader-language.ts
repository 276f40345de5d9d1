/** Which language somebody is written to in: their own wish, else their organisation's. */
import { sql } from "kysely";

/** `language` of the row of `users` in the query; null when nobody has wished anything. */
export const readerLanguage = sql<string | null>`coalesce(users.language,
  (select organisations.language from organisations where organisations.id = users.organisation_id))`.as(
  "language",
);
