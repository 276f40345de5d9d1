/** Redeems a verified pending login, as parts of the statement that opens its session: of forty at once, one has a row. */
import { type QueryCreator, sql } from "kysely";
import { isAny, type OneByOne } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";
import type { SessionMethod } from "@/lib/sessions/session";
import type { PendingLogin } from "./pending-login";

/** What {@link claimingLive} hands on, in the statement that redeems a login, to the parts that follow. */
export type Claimed = {
  id: string;
  user_id: string;
  organisation_id: string;
  purpose: PendingLogin["purpose"];
  session_id: string | null;
  verified_by: SessionMethod | null;
};

/** What a statement that redeems reads of a pending login: the columns of {@link Claimed}. */
export const claimedColumns = [
  "pending_logins.id",
  "pending_logins.user_id",
  "pending_logins.organisation_id",
  "pending_logins.purpose",
  "pending_logins.session_id",
  "pending_logins.verified_by",
] as const;

/**
 * The user behind a token with these digests, locked, as the part `owner` of a statement. Whoever ends all logins of a
 * user holds that row before the logins: taken in the same order here, neither waits for the other in a circle.
 */
export function lockingOwner(db: QueryCreator<Schema>, tokens: OneByOne) {
  return db
    .selectFrom("users")
    .select(["users.id", "users.status", "users.last_login_at"])
    .where("users.id", "=", (inner) =>
      inner.selectFrom("pending_logins").select("user_id").where(isAny("token_digest", tokens)),
    )
    .forNoKeyUpdate();
}

/** Redeems a verified pending login of an active `owner`, once, as the part `taken`: of forty at once, one has a row. */
export function taking(
  db: QueryCreator<Schema & { owner: { id: string; status: string } }>,
  tokens: OneByOne,
  at: Date,
) {
  return db
    .updateTable("pending_logins")
    .from("owner")
    .whereRef("owner.id", "=", "pending_logins.user_id")
    .where("owner.status", "=", "active")
    .set({ redeemed_at: at })
    .where(isAny("token_digest", tokens))
    .where("verified_at", "is not", null)
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null)
    .where("expires_at", ">", at)
    .returning(claimedColumns);
}

/**
 * What becomes a session of that, as the part `claimed`: a login, and a step-up that has ended the session it renews, as
 * the part `renewed` says. One whose session was ended before is used up and opens nothing: otherwise whoever is shut
 * out of a session would come back by the step-up that they had begun in it.
 */
export function claimingLive(db: QueryCreator<Schema & { taken: Claimed; renewed: { id: string } }>) {
  return db
    .selectFrom("taken")
    .selectAll("taken")
    .where((row) =>
      row.or([
        row("taken.purpose", "=", "login"),
        row.exists(row.selectFrom("renewed").select("renewed.id")),
      ]),
    );
}

/** Notes when and how the user last proved a second step, as a part after `claimed`. */
export function notingLogin(db: QueryCreator<Schema & { claimed: Claimed }>, at: Date) {
  return db
    .updateTable("users")
    .from("claimed")
    .set({
      last_login_at: at,
      last_method: sql`coalesce(nullif(claimed.verified_by, 'password'), users.last_method)`,
    })
    .whereRef("users.id", "=", "claimed.user_id")
    .returning("users.id");
}
