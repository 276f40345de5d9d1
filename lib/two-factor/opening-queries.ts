/** Opens pending logins: only while the password that was checked, and the address, are still the user's. */
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import { prepared } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";
import type { Forgiven, GateBehind } from "@/lib/throttle/gate";
import { forgivingIf, untilOfBehind } from "@/lib/throttle/gate-parts";
import type { NewChallenge } from "./challenge";
import { insertingChallenge } from "./challenge-parts";
import { type CheckedOwner, lockingChecked } from "./checked-owner-parts";
import type { PendingLogin } from "./pending-login";

type NewPendingLogin = Omit<PendingLogin, "redeemedAt" | "cancelledAt"> & {
  tokenDigest: string;
  sessionId: string | null;
  createdAt: Date;
  verifiedAt: Date | null;
  address: string | null;
  userAgent: string | null;
};

/** A pending login with the event of the right password; what that was counted for is taken back with it. */
type Opening = { pending: NewPendingLogin; owner: CheckedOwner; event: EventRow; forgiven: Forgiven };

/** Writes a pending login with all that comes with it, in one statement; no row when one of the two was changed meanwhile. */
export const insertPendingLogin = opening("open-login");

/** The same for one that needs no second step. Its name is its own, because more is taken back with it. */
export const insertProvenLogin = opening("open-proven-login");

function opening(name: string) {
  return prepared(name, (on, { pending, owner, event, forgiven }: Opening) =>
    on
      .with("owner", (db) => lockingChecked(db, owner))
      .with("opened", (db) => inserting(db, pending, sql`${pending.sendsLeft}::integer`))
      .with("recorded", (db) => recordingEvent(db, "opened", event))
      .with("forgiven", (db) => forgivingIf(db, forgiven, "opened"))
      .selectFrom("opened")
      .select("opened.id"),
  );
}

/** The same, where a code goes out at once, unless `gate` is closed, of which `ifClosed` is recorded. */
export type OpeningWithCode = Opening & { challenge: NewChallenge; gate: GateBehind; ifClosed: EventRow };

/**
 * Writes the same with its first code, unless the gate of that is closed; its row says until when, or null, and whether
 * the login was opened.
 */
export const insertPendingLoginWithCode = prepared(
  "open-login-with-code",
  (on, { pending, owner, event, forgiven, challenge, gate, ifClosed }: OpeningWithCode) =>
    on
      .with("owner", (db) => lockingChecked(db, owner))
      // After the user, like all that counts in the statements of a login: two of them never wait in a circle.
      .with("gate", (db) =>
        db.selectNoFrom(
          sql<Date | null>`case when exists (select from owner) then ${untilOfBehind(gate)} end`.as("until"),
        ),
      )
      .with("opened", (db) =>
        inserting(
          db,
          pending,
          sql`${pending.sendsLeft}::integer - case when ${isGateOpen} then 1 else 0 end`,
        ),
      )
      .with("recorded", (db) => recordingEvent(db, "opened", event).returning("id"))
      // From the event before it: the log tells of the password before it tells of the code.
      .with("recorded_closed", (db) => recordingEvent(db, "recorded", ifClosed, {}, sql`not ${isGateOpen}`))
      .with("forgiven", (db) => forgivingIf(db, forgiven, "opened"))
      .with("issued", (db) => insertingChallenge(db, "opened", challenge, isGateOpen))
      .selectFrom("gate")
      .select(["gate.until", sql<boolean>`exists (select from opened)`.as("isOpened")]),
);

const isGateOpen = sql<boolean>`(select until from gate) is null`;

/** As the part `opened`, of the user in `owner`, with so many sendings left. */
function inserting(
  db: QueryCreator<Schema & { owner: { id: string } }>,
  pending: NewPendingLogin,
  sendsLeft: RawBuilder<number>,
) {
  const values = {
    id: sql`${pending.id}::uuid`,
    token_digest: sql`${pending.tokenDigest}::text`,
    user_id: sql`owner.id`,
    organisation_id: sql`${pending.organisationId}::uuid`,
    purpose: sql`${pending.purpose}::text`,
    return_to: sql`${pending.returnTo}::text`,
    session_id: sql`${pending.sessionId}::uuid`,
    created_at: sql`${pending.createdAt}::timestamptz`,
    expires_at: sql`${pending.expiresAt}::timestamptz`,
    tries_left: sql`${pending.triesLeft}::integer`,
    sends_left: sendsLeft,
    verified_by: sql`${pending.verifiedBy}::text`,
    verified_at: sql`${pending.verifiedAt}::timestamptz`,
    address: sql`${pending.address}::text`,
    user_agent: sql`${pending.userAgent}::text`,
  };
  return db
    .insertInto("pending_logins")
    .columns(Object.keys(values) as (keyof typeof values)[])
    .expression(sql`select ${sql.join(Object.values(values))} from owner`)
    .returning("id");
}
