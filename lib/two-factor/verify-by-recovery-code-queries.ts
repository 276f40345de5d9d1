/** Verifies a pending login by a recovery code, in one statement: the code is used up and the login verified, or neither. */
import { sql } from "kysely";
import { recordingEvent } from "@/lib/audit/event-parts";
import { prepared } from "@/lib/database/prepared";
import type { Transaction } from "@/lib/database/transaction";
import { forgivingHeld, untilOfClosed } from "@/lib/throttle/gate-parts";
import { lockingOpen, type Spendings, type Verification, type Verified, whileOpen } from "./verifying-parts";

/** Verifies a pending login by a recovery code, which is used up unless it was before. Of forty at once, one is verified. */
export async function verifyByRecoveryCode(
  on: Transaction,
  verification: Verification,
  spend: Spendings["recovery-code"],
): Promise<Verified> {
  const [outcome] = await verifyingByRecoveryCode(on, { ...verification, spend });
  return { verified: false, until: null, ...outcome, redeemed: false };
}

const verifyingByRecoveryCode = prepared(
  "verify-by-recovery-code",
  (
    on,
    { id, tokens, gate, spend, forgiven, event, at }: Verification & { spend: Spendings["recovery-code"] },
  ) =>
    on
      .with("gate", (db) => db.selectNoFrom(untilOfClosed(gate).as("until")))
      .with("open", (db) => lockingOpen(db, { id, tokens, at }))
      .with("spent", (db) =>
        db
          .updateTable("recovery_codes")
          .set({ used_at: at })
          .where("user_id", "=", spend.userId)
          .where("code_digest", "=", spend.digest)
          .where("used_at", "is", null)
          .where(whileOpen)
          .returning("used_at as spent_at"),
      )
      .with("verified", (db) =>
        db
          .updateTable("pending_logins")
          .from("spent")
          .set({ verified_at: at, verified_by: "recovery-code" })
          .where("pending_logins.id", "=", id)
          .returning("pending_logins.id"),
      )
      .with("recorded", (db) => recordingEvent(db, "verified", event))
      .with("forgiven", (db) => forgivingHeld(db, forgiven, "verified"))
      .selectFrom("gate")
      .select(["gate.until", sql<boolean>`exists (select from verified)`.as("verified")]),
);
