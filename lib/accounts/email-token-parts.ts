/** Which mailed links are open, and what becomes of them once their letters are, or are not, with the mail server. */
import { sql } from "kysely";
import { before } from "@/lib/kernel/clock";
import { type Limit, limits } from "@/lib/throttle/limit";
import { linkLimits } from "./door-limits";

/** Neither used nor replaced, whether or not its time is up; of the links in `table`. */
export const isUnspent = (table = "email_tokens") =>
  sql<boolean>`(${sql.ref(`${table}.used_at`)} is null and ${sql.ref(`${table}.replaced_at`)} is null)`;

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
        and ${isUnspent("former")}
      order by former.id for update of former
    )
    update email_tokens set replaced_at = ${at} from older where email_tokens.id = older.id
    returning email_tokens.id
  )`;
}

/**
 * Whether the user of the part "users" has been mailed as many activation links until `at` as one address gets, whoever
 * asked for them: of what the mail server did not take, no link is kept.
 */
export function mailedEnough(at: Date) {
  const isReached = ({ most, within }: Limit) => sql`(select count(*) from email_tokens
    where email_tokens.user_id = users.id and purpose = 'activation'
    and created_at > ${before(at, within)}::timestamptz) >= ${most}`;
  return sql<boolean>`(${sql.join(
    linkLimits.map((name) => isReached(limits[name])),
    sql` or `,
  )})`;
}

/** Forgets the links of the part "unsent", which the mail server did not take: nobody has them. */
export function forgettingUnsent() {
  return sql<{ id: string }>`(
    delete from email_tokens using unsent where email_tokens.id = unsent.link returning email_tokens.id
  )`;
}
