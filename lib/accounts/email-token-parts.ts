/** What becomes of mailed links once their letters are, or are not, with the mail server, as parts of a statement. */
import { sql } from "kysely";

/**
 * Makes the open links void that were made before those of the part "sent" (columns `link`, `owner`), with the same owners
 * and purposes. Of two made at once the greater id counts as newer: each would else void the other, and neither letter had
 * a link that opens. Locked in the order of their ids, as by everybody who locks several: nobody waits in a circle.
 */
export function replacingOlder(at: Date) {
  return sql<{ id: string }>`(
    with older as materialized (
      select former.id
      from sent join email_tokens as newest on newest.id = sent.link
        join email_tokens as former on former.user_id = sent.owner and former.purpose = newest.purpose
      where (former.created_at, former.id) < (newest.created_at, newest.id)
        and former.used_at is null and former.replaced_at is null
      order by former.id for update of former
    )
    update email_tokens set replaced_at = ${at} from older where email_tokens.id = older.id
    returning email_tokens.id
  )`;
}

/** Forgets the links of the part "unsent", which the mail server did not take: nobody has them. */
export function forgettingUnsent() {
  return sql<{ id: string }>`(
    delete from email_tokens using unsent where email_tokens.id = unsent.link returning email_tokens.id
  )`;
}
