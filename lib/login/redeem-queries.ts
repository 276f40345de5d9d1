/** The last step of a login as one statement, put together from the parts of those whose tables it writes. */
import { sql } from "kysely";
import { isNewcomer, knowing, type PresentBrowser, remembering } from "@/lib/accounts/remember-browser";
import type { AuditEventName } from "@/lib/audit/event";
import { type EventRow, recordingEvent } from "@/lib/audit/record-event";
import { type OneByOne, prepared } from "@/lib/database/prepared";
import {
  endingRenewedSession,
  endingSurplusSessions,
  type IdleSince,
  type NewSession,
  openingSession,
  recordingSurplus,
} from "@/lib/sessions/open-session";
import {
  claimingLive,
  lockingOwner,
  movingEnrolment,
  movingReveal,
  notingLogin,
  taking,
} from "@/lib/two-factor/claim-pending-login";

export type Redeeming = {
  /** The digests under which the pending login may be stored. */
  tokens: OneByOne;
  session: NewSession;
  browser: PresentBrowser;
  /** False leaves the login of a browser that the user never had as it is. */
  fromNewBrowser: boolean;
  /** What is recorded of the login, or of the step-up, and of a session that is one too many. */
  events: { completed: EventRow; surplus: EventRow };
  /** A session not seen after these moments cannot be renewed by a step-up any more. */
  idle: IdleSince;
  at: Date;
};

/** Only the statement knows which of the two it completes. */
const stepUpCompleted: AuditEventName = "step-up.completed";

/**
 * Redeems a verified pending login: once, and all of it or nothing. Says whose login it was, or nobody's when there was
 * nothing to redeem, and whether the browser was a new one.
 */
export const redeem = prepared(
  "redeem-login",
  (on, { tokens, session, browser, fromNewBrowser, events, idle, at }: Redeeming) =>
    on
      .with("owner", (db) => lockingOwner(db, tokens))
      .with("known", (db) => knowing(db, browser))
      .with("taken", (db) =>
        taking(db, tokens, at).where(
          sql<boolean>`(${fromNewBrowser}::boolean or not (select ${isNewcomer} from known))`,
        ),
      )
      .with("renewed", (db) => endingRenewedSession(db, idle, at))
      .with("claimed", (db) => claimingLive(db))
      .with("noted", (db) => notingLogin(db, at))
      .with("opened", (db) => openingSession(db, session))
      .with("moved_enrolment", movingEnrolment)
      .with("moved_reveal", movingReveal)
      .with("surplus", (db) => endingSurplusSessions(db, at))
      .with("remembered", (db) => remembering(db, browser, at))
      .with("recorded", (db) =>
        recordingEvent(db, "claimed", events.completed, {
          event: sql`case claimed.purpose when 'step-up' then ${stepUpCompleted}::text else ${events.completed.event}::text end`,
          organisation_id: sql`claimed.organisation_id`,
          actor_id: sql`claimed.user_id`,
          target_id: sql`claimed.user_id`,
          method: sql`coalesce(claimed.verified_by, 'password')`,
        }),
      )
      .with("recorded_surplus", (db) => recordingSurplus(db, events.surplus))
      .selectFrom("known")
      .leftJoin("claimed", (join) => join.onTrue())
      .select(["claimed.user_id as userId", isNewcomer.as("isNewBrowser")]),
);
