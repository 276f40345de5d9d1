/** What becomes of the links in letters to many at once, as parts of the statement that settles those. */
import { sql } from "kysely";

/**
 * Makes the open links void that are older than those of the part "sent" (columns `link`, `owner`), with the same owners;
 * older as `replaceOlderEmailTokens` judges it.
 */
export function replacingOlderActivations(at: Date) {
  return sql<{ id: string }>`(
    update email_tokens as older set replaced_at = ${at}
    from sent join email_tokens as newest on newest.id = sent.link
    where older.user_id = sent.owner and older.purpose = newest.purpose
      and (older.created_at, older.id) < (newest.created_at, newest.id)
      and older.used_at is null and older.replaced_at is null
    returning older.id
  )`;
}

/** Forgets the links of the part "unsent", which the mail server did not take: nobody has them. */
export function forgettingActivations() {
  return sql<{ id: string }>`(
    delete from email_tokens using unsent where email_tokens.id = unsent.link returning email_tokens.id
  )`;
}
