/** Remembers pending logins. Transitions are single conditional statements, so that races have one winner. */
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/record-event";
import { isAny, type OneByOne, prepared } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";
import type { Transaction } from "@/lib/database/transaction";
import { type Forgiven, forgivingIf, type Gate, untilOf } from "@/lib/throttle/spend-limits";
import { insertingChallenge, type NewChallenge } from "./challenge-queries";
import type { ProofMethod } from "./method";
import type { PendingLogin } from "./pending-login";
import { tokenDigests } from "./pending-login-in-full-queries";

type NewPendingLogin = Omit<PendingLogin, "redeemedAt" | "cancelledAt"> & {
  tokenDigest: string;
  sessionId: string | null;
  createdAt: Date;
  verifiedAt: Date | null;
  address: string | null;
  userAgent: string | null;
};

/** A pending login with the event of the right password; what that was counted for is taken back with it. */
export type Opening = { pending: NewPendingLogin; event: EventRow; forgiven: Forgiven };

/** Writes a pending login with all that comes with it, in one statement. */
export const insertPendingLogin = prepared("open-login", (on, { pending, event, forgiven }: Opening) =>
  on
    .with("opened", (db) => inserting(db, pending, sql`${pending.sendsLeft}::integer`))
    .with("recorded", (db) => recordingEvent(db, "opened", event))
    .with("forgiven", (db) => forgivingIf(db, forgiven, "opened"))
    .selectFrom("opened")
    .select("opened.id"),
);

/** The same, where a code goes out at once; `gate` is that of the code. */
export type OpeningWithCode = Opening & { challenge: NewChallenge; gate: Gate };

/** Writes the same with its first code, unless the gate of that is closed; its row says until when, or null. */
export const insertPendingLoginWithCode = prepared(
  "open-login-with-code",
  (on, { pending, event, forgiven, challenge, gate }: OpeningWithCode) =>
    on
      .with("gate", (db) => db.selectNoFrom(untilOf(gate).as("until")))
      .with("opened", (db) =>
        inserting(db, pending, sql`${pending.sendsLeft}::integer - case when ${isOpen} then 1 else 0 end`),
      )
      .with("recorded", (db) => recordingEvent(db, "opened", event))
      .with("forgiven", (db) => forgivingIf(db, forgiven, "opened"))
      .with("issued", (db) => insertingChallenge(db, "opened", challenge, isOpen))
      .selectFrom("gate")
      .select("gate.until"),
);

const isOpen = sql<boolean>`(select until from gate) is null`;

/** As the part `opened`, with so many sendings left. */
function inserting(db: QueryCreator<Schema>, pending: NewPendingLogin, sendsLeft: RawBuilder<number>) {
  return db
    .insertInto("pending_logins")
    .values({
      id: pending.id,
      token_digest: pending.tokenDigest,
      user_id: pending.userId,
      organisation_id: pending.organisationId,
      purpose: pending.purpose,
      return_to: pending.returnTo,
      session_id: pending.sessionId,
      created_at: pending.createdAt,
      expires_at: pending.expiresAt,
      tries_left: pending.triesLeft,
      sends_left: sendsLeft,
      verified_by: pending.verifiedBy,
      verified_at: pending.verifiedAt,
      address: pending.address,
      user_agent: pending.userAgent,
    })
    .returning("id");
}

/** Gives a sending back when the mail server did not take the letter: nothing was sent. */
export async function returnSend(trx: Transaction, pendingLoginId: string): Promise<void> {
  await trx
    .updateTable("pending_logins")
    .set({ sends_left: sql`sends_left + 1` })
    .where("id", "=", pendingLoginId)
    .execute();
}

/** What {@link claiming} hands on, in the statement that redeems a login, to the parts that follow. */
export type Claimed = {
  id: string;
  user_id: string;
  organisation_id: string;
  purpose: "login" | "step-up";
  session_id: string | null;
  verified_by: ProofMethod | "password" | null;
};

/**
 * The user behind a token with these digests, locked, as the part `owner` of a statement. Whoever ends all logins of a user holds that row
 * before the logins: taken in the same order here, neither waits for the other in a circle.
 */
export function lockingOwner(db: QueryCreator<Schema>, tokens: OneByOne) {
  return db
    .selectFrom("users")
    .select(["users.id", "users.status"])
    .where("users.id", "=", (inner) =>
      inner.selectFrom("pending_logins").select("user_id").where(isAny("token_digest", tokens)),
    )
    .forNoKeyUpdate();
}

/** Redeems a verified pending login of an active `owner`, once, as the part `claimed`: of forty at once, one has a row. */
export function claiming(
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
    .returning([
      "pending_logins.id",
      "pending_logins.user_id",
      "pending_logins.organisation_id",
      "purpose",
      "session_id",
      "verified_by",
    ]);
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

/** Ends a pending login that was not redeemed; returns whose it was. */
export async function cancelPendingLogin(
  trx: Transaction,
  token: string,
  at: Date,
): Promise<{ userId: string; organisationId: string } | undefined> {
  return trx
    .updateTable("pending_logins")
    .set({ cancelled_at: at })
    .where(isAny("token_digest", tokenDigests(token)))
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null)
    .returning(["user_id as userId", "organisation_id as organisationId"])
    .executeTakeFirst();
}

export async function setReturnTo(trx: Transaction, pendingLoginId: string, returnTo: string): Promise<void> {
  await trx
    .updateTable("pending_logins")
    .set({ return_to: returnTo })
    .where("id", "=", pendingLoginId)
    .execute();
}
