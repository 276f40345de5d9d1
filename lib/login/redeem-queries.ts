/** The last step of a login as one statement, put together from the parts of those whose tables it writes. */
import { type QueryCreator, sql } from "kysely";
import {
  isNewcomer,
  type Known,
  knowing,
  type PresentBrowser,
  remembering,
} from "@/lib/accounts/browser-parts";
import type { AuditEventName } from "@/lib/audit/event";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import { type OneByOne, prepared } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";
import { endingRenewedSession, endingSurplusSessions, recordingSurplus } from "@/lib/sessions/ending-parts";
import { type NewSession, openingSession } from "@/lib/sessions/opening-parts";
import type { IdleSince } from "@/lib/sessions/session";
import {
  type Claimed,
  claimingLive,
  lockingOwner,
  notingLogin,
  taking,
} from "@/lib/two-factor/redeeming-parts";
import { movingEnrolment, movingReveal } from "@/lib/two-factor/shown-secret-parts";

export type Redeeming = {
  /** The digests under which the pending login may be stored. */
  tokens: OneByOne;
  session: NewSession;
  browser: PresentBrowser;
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
 * nothing to redeem, and whether the browser was a new one. Without `fromNewBrowser`, the login of a browser that the
 * user never had is left as it is.
 */
export const redeem = prepared(
  "redeem-login",
  (on, { tokens, fromNewBrowser, ...redeeming }: Redeeming & { fromNewBrowser: boolean }) => {
    const taken = on
      .with("owner", (db) => lockingOwner(db, tokens))
      .with("known", (db) => knowing(db, redeeming.browser))
      .with("taken", (db) =>
        taking(db, tokens, redeeming.at).where(
          sql<boolean>`(${fromNewBrowser}::boolean or not (select ${isNewcomer} from known))`,
        ),
      );
    return completing(taken, redeeming)
      .selectFrom("known")
      .leftJoin("claimed", (join) => join.onTrue())
      .select(["claimed.user_id as userId", isNewcomer.as("isNewBrowser")]);
  },
);

/** A statement with the part `taken`, a pending login that is redeemed just now, by a browser that is `known` or not. */
type OnTaken = QueryCreator<Schema & { taken: Claimed; known: Known }>;

/** What becomes of a login that is taken, as the last parts of its statement: `claimed` has a row if a session was opened. */
export function completing(on: OnTaken, { session, browser, events, idle, at }: Omit<Redeeming, "tokens">) {
  return on
    .with("renewed", (db) => endingRenewedSession(db, session.id, idle, at))
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
    .with("recorded_surplus", (db) => recordingSurplus(db, events.surplus));
}
