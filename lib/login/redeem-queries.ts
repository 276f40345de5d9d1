/** The last step of a login as one statement, put together from the parts of those whose tables it writes. */
import { sql } from "kysely";
import { isNewcomer, knowing, remembering } from "@/lib/accounts/remember-browser";
import { recordingEvent } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import type { Visitor } from "@/lib/kernel/visitor";
import {
  endingRenewedSession,
  endingSurplusSessions,
  type NewSession,
  openingSession,
  recordingSurplus,
} from "@/lib/sessions/open-session";
import { claiming, lockingOwner, notingLogin } from "@/lib/two-factor/claim-pending-login";

export type Redeeming = {
  token: string;
  session: NewSession;
  browserToken: string;
  visitor: Visitor;
  /** False leaves the login of a browser that the user never had as it is. */
  fromNewBrowser: boolean;
};

const completed = { login: "login.completed", stepUp: "step-up.completed" } as const;

/**
 * Redeems the verified pending login behind `token` at `at`: once, and all of it or nothing. Says whose login it was,
 * or nobody's when there was nothing to redeem, and whether the browser was a new one.
 */
export async function redeem(
  on: Database,
  { token, session, browserToken, visitor, fromNewBrowser }: Redeeming,
  at: Date,
): Promise<{ userId: string | null; isNewBrowser: boolean }> {
  return on
    .with("owner", (db) => lockingOwner(db, token))
    .with("known", (db) => knowing(db, browserToken))
    .with("claimed", (db) =>
      claiming(db, token, at).where(
        sql<boolean>`(${fromNewBrowser}::boolean or not (select ${isNewcomer} from known))`,
      ),
    )
    .with("noted", (db) => notingLogin(db, at))
    .with("opened", (db) => openingSession(db, session))
    .with("renewed", (db) => endingRenewedSession(db, at))
    .with("surplus", (db) => endingSurplusSessions(db, at))
    .with("remembered", (db) => remembering(db, browserToken, at))
    .with("recorded", (db) =>
      recordingEvent(
        db,
        "claimed",
        { event: completed.login, result: "success", organisationId: null, actorId: null, visitor },
        {
          event: sql`case claimed.purpose when 'login' then ${completed.login}::text else ${completed.stepUp}::text end`,
          organisation_id: sql`claimed.organisation_id`,
          actor_id: sql`claimed.user_id`,
          target_id: sql`claimed.user_id`,
          method: sql`coalesce(claimed.verified_by, 'password')`,
        },
      ),
    )
    .with("recorded_surplus", (db) => recordingSurplus(db, visitor))
    .selectFrom("known")
    .leftJoin("claimed", (join) => join.onTrue())
    .select(["claimed.user_id as userId", isNewcomer.as("isNewBrowser")])
    .executeTakeFirstOrThrow();
}
