/** Which pending logins wait for their proof, as a part of every statement that goes on with one. */
import { sql } from "kysely";

/** Open at `at`, as `stateOf` judges it; whether it has tries left is asked by whoever takes one. */
export const isOpen = (at: Date) =>
  sql<boolean>`(pending_logins.verified_at is null and pending_logins.cancelled_at is null
    and pending_logins.expires_at > ${at}::timestamptz)`;
