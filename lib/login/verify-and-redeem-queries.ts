/** The last two steps of a login as one statement: most people answer in a browser that they have logged in with before. */
import { sql } from "kysely";
import { isNewcomer, knowing } from "@/lib/accounts/browser-parts";
import { recordingEvent } from "@/lib/audit/event-parts";
import type { Database } from "@/lib/database/connection";
import { prepared } from "@/lib/database/prepared";
import { forgivingHeld, untilOfClosed } from "@/lib/throttle/gate-parts";
import { claimedColumns, lockingOwner } from "@/lib/two-factor/redeeming-parts";
import {
  lockingOpen,
  type QuietSpend,
  type Spendings,
  usingUp,
  type Verification,
  type Verified,
} from "@/lib/two-factor/verifying-parts";
import { completing, type Redeeming } from "./redeem-queries";

/** What is written at the redeeming of a login that is verified by the same statement, and found by that. */
type RedeemingOfProven = Omit<Redeeming, "tokens">;

/**
 * Verifies a pending login by `spend` and redeems it, all of it or nothing. A login from a browser that its user never
 * had is verified alone: they are told by letter, which takes more than a statement.
 */
export async function verifyAndRedeem(
  on: Database,
  verification: Verification,
  spend: QuietSpend,
  redeeming: RedeemingOfProven,
): Promise<Verified> {
  const [outcome] =
    spend.by === "email"
      ? await byCode(on, { verification, spend, redeeming })
      : await byStep(on, { verification, spend, redeeming });
  return outcome ?? { verified: false, redeemed: false, until: null };
}

const byCode = verifyingAndRedeemingBy("email");
const byStep = verifyingAndRedeemingBy("authenticator");

function verifyingAndRedeemingBy<Method extends QuietSpend["by"]>(method: Method) {
  type Values = { verification: Verification; spend: Spendings[Method]; redeeming: RedeemingOfProven };
  return prepared(`verify-and-redeem-by-${method}`, (on, { verification, spend, redeeming }: Values) => {
    const { id, tokens, gate, forgiven, event, at } = verification;
    const taken = on
      .with("owner", (db) => lockingOwner(db, tokens))
      // After the owner's row: whoever completes a login by password alone holds that before the same counters.
      .with("gate", (db) =>
        db
          .selectFrom((one) => one.selectFrom("owner").select(sql`count(*)`.as("locked")).as("first"))
          .select(untilOfClosed(gate).as("until")),
      )
      .with("known", (db) => knowing(db, redeeming.browser))
      .with("open", (db) => lockingOpen(db, verification))
      .with("spent", (db) => usingUp(method)(db, spend, at))
      .with("verified", (db) =>
        db
          .updateTable("pending_logins")
          .from(["spent", "owner", "known"])
          .set({
            verified_at: at,
            verified_by: method,
            redeemed_at: sql`case when owner.status = 'active' and not ${isNewcomer} then ${at}::timestamptz end`,
          })
          .where("pending_logins.id", "=", id)
          .returning([...claimedColumns, "pending_logins.redeemed_at"]),
      )
      .with("recorded_proof", (db) => recordingEvent(db, "verified", event).returning("id"))
      .with("forgiven", (db) => forgivingHeld(db, forgiven, "verified"))
      .with("taken", (db) =>
        db
          .selectFrom("verified")
          .selectAll("verified")
          .where("redeemed_at", "is not", null)
          // Read so that it has happened: the log tells of the proof before it tells of the login.
          .where((row) => row.exists(row.selectFrom("recorded_proof").select("id"))),
      );
    return completing(taken, redeeming)
      .selectFrom("known")
      .select([
        sql<Date | null>`(select until from gate)`.as("until"),
        sql<boolean>`exists (select from verified)`.as("verified"),
        sql<boolean>`exists (select from claimed)`.as("redeemed"),
      ]);
  });
}
