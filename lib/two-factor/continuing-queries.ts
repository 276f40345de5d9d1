/** Goes on with pending logins: only while the password that was checked, and the address, are still the user's. */
import { sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import { isAny, type OneByOne, prepared } from "@/lib/database/prepared";
import type { Forgiven } from "@/lib/throttle/gate";
import { forgivingIf } from "@/lib/throttle/gate-parts";
import { type CheckedOwner, lockingChecked } from "./checked-owner-parts";
import type { PendingLogin } from "./pending-login";
import { isOpen } from "./pending-login-parts";

export type Continuing = {
  tokens: OneByOne;
  newTokenDigest: string;
  purpose: PendingLogin["purpose"];
  sessionId: string | null;
  owner: CheckedOwner;
  returnTo: string;
  event: EventRow;
  forgiven: Forgiven;
  /** It must live longer than that. */
  until: Date;
};

/** Gives an open pending login of its owner another token and way, with the event of the right password; no row when there is none. */
export const continueLogin = prepared(
  "continue-login",
  (on, { tokens, newTokenDigest, purpose, sessionId, owner, returnTo, event, forgiven, until }: Continuing) =>
    on
      .with("owner", (db) => lockingChecked(db, owner))
      .with("continued", (db) =>
        db
          .updateTable("pending_logins")
          .from("owner")
          .set({ token_digest: newTokenDigest, return_to: returnTo })
          .whereRef("owner.id", "=", "pending_logins.user_id")
          .where(isAny("token_digest", tokens))
          .where("purpose", "=", purpose)
          .where(sql<boolean>`session_id is not distinct from ${sessionId}::uuid`)
          .where("tries_left", ">", 0)
          .where(isOpen(until))
          .returning("pending_logins.id"),
      )
      .with("recorded", (db) => recordingEvent(db, "continued", event))
      .with("forgiven", (db) => forgivingIf(db, forgiven, "continued"))
      .selectFrom("continued")
      .select("continued.id"),
);
