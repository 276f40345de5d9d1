/** Remembers of which pending logins the owner has been told; claims are conditional, so that each is told of once. */
import { sql } from "kysely";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Transaction } from "@/lib/database/transaction";
import type { Duration } from "@/lib/kernel/duration";

const columns = [
  "users.id as userId",
  "users.name",
  "users.email",
  readerLanguage,
  "users.status",
  "organisations.id as organisationId",
  "organisations.name as organisationName",
  "pending_logins.created_at as enteredAt",
  "pending_logins.user_agent as userAgent",
  "pending_logins.address",
] as const;

/** A pending login that was claimed to be told of, with its owner. */
export type Unfinished = NonNullable<Awaited<ReturnType<typeof claimWarning>>>;

/** Claims the warning of one pending login; undefined when it was claimed before: of forty at once, one gets it. */
export function claimWarning(trx: Transaction, id: string, at: Date) {
  return trx
    .updateTable("pending_logins")
    .from(["users", "organisations"])
    .set({ warned_at: at })
    .where("pending_logins.id", "=", id)
    .where("warned_at", "is", null)
    .whereRef("users.id", "=", "pending_logins.user_id")
    .whereRef("organisations.id", "=", "pending_logins.organisation_id")
    .returning(columns)
    .executeTakeFirst();
}

/** Logins begun after `since` and not after `until`, as many as `limit`; those `together` are presses of one button. */
export type Begun = { since: Date; until: Date; limit: number; together: Duration };

/**
 * Claims the warnings of logins that were never verified. Those that another instance is claiming just now are passed
 * over, so that neither waits for the other; and so is whichever login a browser has dropped when the button was pressed
 * twice, and its owner got in by the other.
 */
export function claimUnfinished(
  trx: Transaction,
  { together, ...begun }: Begun,
  at: Date,
): Promise<Unfinished[]> {
  return trx
    .with("due", (db) =>
      db
        .selectFrom("pending_logins")
        .select("id")
        .where("created_at", ">", begun.since)
        .where("created_at", "<=", begun.until)
        .where("verified_at", "is", null)
        .where("warned_at", "is", null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("pending_logins as other")
                .select("other.id")
                .whereRef("other.user_id", "=", "pending_logins.user_id")
                .whereRef("other.address", "=", "pending_logins.address")
                .whereRef("other.user_agent", "=", "pending_logins.user_agent")
                .where("other.verified_at", "is not", null)
                // All live equally long, and there is an index of when they end.
                .where(
                  sql<boolean>`other.expires_at > pending_logins.expires_at - ${together} * interval '1 millisecond'
                    and other.expires_at < pending_logins.expires_at + ${together} * interval '1 millisecond'`,
                ),
            ),
          ),
        )
        .orderBy("created_at")
        .limit(begun.limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable("pending_logins")
    .from(["due", "users", "organisations"])
    .set({ warned_at: at })
    .whereRef("pending_logins.id", "=", "due.id")
    .whereRef("users.id", "=", "pending_logins.user_id")
    .whereRef("organisations.id", "=", "pending_logins.organisation_id")
    .returning(columns)
    .execute();
}
