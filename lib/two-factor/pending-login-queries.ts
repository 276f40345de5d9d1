/** Remembers pending logins. Transitions are single conditional statements, so that races have one winner. */
import { type QueryCreator, sql } from "kysely";
import type { AuditEvent } from "@/lib/audit/event";
import { recordingEvent } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import type { Transaction } from "@/lib/database/transaction";
import { type Forgiven, forgivingIf, type Gate } from "@/lib/throttle/spend-limits";
import { insertingChallenge, type NewChallenge } from "./challenge-queries";
import type { ProofMethod } from "./method";
import type { PendingLogin } from "./pending-login";
import { tokenDigests } from "./pending-login-in-full-queries";

type NewPendingLogin = Omit<PendingLogin, "redeemedAt" | "cancelledAt"> & {
  tokenDigest: string;
  sessionId: string | null;
  createdAt: Date;
  address: string | null;
  userAgent: string | null;
};

/** The code that goes out with a new pending login, unless its gate is closed. */
export type FirstChallenge = { challenge: NewChallenge; gate: Gate };

/**
 * Writes `pending` with the event of the right password and its first code, and takes back what the password was
 * counted for: one statement. Returns until when the gate of the code is closed, or null.
 */
export async function insertPendingLogin(
  on: Database,
  pending: NewPendingLogin,
  first: FirstChallenge | null,
  event: AuditEvent,
  forgiven: Forgiven,
): Promise<Date | null> {
  const opening = on
    .with("gate", (db) => db.selectNoFrom((first?.gate ?? sql<Date | null>`null::timestamptz`).as("until")))
    .with("opened", (db) => inserting(db, pending, first ? 1 : 0))
    .with("recorded", (db) => recordingEvent(db, "opened", event))
    .with("forgiven", (db) => forgivingIf(db, forgiven, "opened"));
  const isOpen = sql<boolean>`(select until from gate) is null`;
  const withCode = first
    ? opening.with("issued", (db) => insertingChallenge(db, "opened", first.challenge, isOpen))
    : opening;
  const { until } = await withCode.selectFrom("gate").select("gate.until").executeTakeFirstOrThrow();
  return until;
}

/** As the part `opened` after `gate`, which takes `sends` of its sendings unless it is closed. */
function inserting(db: QueryCreator<Schema>, pending: NewPendingLogin, sends: number) {
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
      sends_left: sql`${pending.sendsLeft}::integer - case when (select until from gate) is null then ${sends}::integer else 0 end`,
      verified_by: pending.verifiedBy,
      verified_at: pending.verifiedBy ? pending.createdAt : null,
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
 * The user behind `token`, locked, as the part `owner` of a statement. Whoever ends all logins of a user holds that row
 * before the logins: taken in the same order here, neither waits for the other in a circle.
 */
export function lockingOwner(db: QueryCreator<Schema>, token: string) {
  const owner = db
    .selectFrom("pending_logins")
    .select("user_id")
    .where("token_digest", "in", tokenDigests(token));
  return db
    .selectFrom("users")
    .select(["users.id", "users.status"])
    .where("users.id", "in", owner)
    .forNoKeyUpdate();
}

/** Redeems a verified pending login of an active `owner`, once, as the part `claimed`: of forty at once, one has a row. */
export function claiming(
  db: QueryCreator<Schema & { owner: { id: string; status: string } }>,
  token: string,
  at: Date,
) {
  return db
    .updateTable("pending_logins")
    .from("owner")
    .whereRef("owner.id", "=", "pending_logins.user_id")
    .where("owner.status", "=", "active")
    .set({ redeemed_at: at })
    .where("token_digest", "in", tokenDigests(token))
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
    .where("token_digest", "in", tokenDigests(token))
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
