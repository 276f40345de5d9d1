/** Remembers the codes sent by e-mail: one live code per pending login, used once. */
import { sql } from "kysely";
import { type RefusedUnseen, recordingUnseen } from "@/lib/accounts/refused-unseen-parts";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import type { Database } from "@/lib/database/connection";
import { prepared } from "@/lib/database/prepared";
import type { Transaction } from "@/lib/database/transaction";
import type { GateBehind } from "@/lib/throttle/gate";
import { untilOfBehind } from "@/lib/throttle/gate-parts";
import type { NewChallenge } from "./challenge";
import { insertingChallenge, isLive } from "./challenge-parts";
import { isOpen } from "./pending-login-parts";

/** `replaced` when the code is in place; `closed` by the gate; `changed` when another press was quicker. */
export type Replacing = { is: "replaced" | "changed" } | { is: "closed"; until: Date };

/**
 * Takes a sending from the pending login `of` and puts `challenge` in the place of its live code, in one statement:
 * unless `gate` is closed, of which `ifClosed` is recorded, or the pending login is not any more as it was read. Then
 * nothing is taken and not counted.
 */
export async function replaceChallenge(
  on: Database,
  of: { id: string; sendsLeft: number },
  challenge: NewChallenge,
  gate: GateBehind,
  ifClosed: RefusedUnseen,
): Promise<Replacing> {
  const [outcome] = await replacing(on, { id: of.id, sendsLeft: of.sendsLeft, challenge, gate, ifClosed });
  if (outcome?.until) return { is: "closed", until: outcome.until };
  return { is: outcome?.isReplaced ? "replaced" : "changed" };
}

type ReplacingValues = {
  id: string;
  sendsLeft: number;
  challenge: NewChallenge;
  gate: GateBehind;
  ifClosed: RefusedUnseen;
};

const replacing = prepared(
  "replace-code",
  (on, { id, sendsLeft, challenge, gate, ifClosed }: ReplacingValues) =>
    on
      // Every sending changes `sends_left`: whoever reads the same number here has seen the newest code.
      .with("unchanged", (db) =>
        db
          .selectFrom("pending_logins")
          .select("id")
          .where("id", "=", id)
          .where("sends_left", "=", sendsLeft)
          .where("sends_left", ">", 0)
          .where(isOpen(challenge.sentAt))
          .forUpdate(),
      )
      .with("gate", (db) =>
        db.selectNoFrom(
          sql<Date | null>`case when exists (select from unchanged) then ${untilOfBehind(gate)} end`.as(
            "until",
          ),
        ),
      )
      .with("recorded", (db) => recordingUnseen(db, "gate", ifClosed))
      .with("taken", (db) =>
        db
          .updateTable("pending_logins")
          .from(["unchanged", "gate"])
          .set({ sends_left: sql`sends_left - 1` })
          .whereRef("pending_logins.id", "=", "unchanged.id")
          .where("gate.until", "is", null)
          .returning("pending_logins.id"),
      )
      .with("replaced", (db) =>
        db
          .updateTable("challenges")
          .from("taken")
          .set({ replaced_at: challenge.sentAt })
          .whereRef("pending_login_id", "=", "taken.id")
          .where(isLive)
          .returning("challenges.id"),
      )
      .with("inserted", (db) =>
        // Counted so that the older code is out of the way first: two live ones are refused by the table.
        insertingChallenge(db, "taken", challenge, sql`(select count(*) from replaced) >= 0`),
      )
      .selectFrom("gate")
      .select(["gate.until", sql<boolean>`exists (select from taken)`.as("isReplaced")]),
);

type HandedOver = {
  pendingLoginId: string;
  challengeId: string;
  life: { sentAt: Date; expiresAt: Date };
  event: EventRow;
};

/** Starts the life of a code at its hand-over to the mail server, unless a newer one replaced it; records the event. */
export const markSent = prepared(
  "mark-code-sent",
  (on, { pendingLoginId, challengeId, life, event }: HandedOver) =>
    on
      .with("recorded", (db) =>
        recordingEvent(db, "pending_logins", event, {}, sql`pending_logins.id = ${pendingLoginId}`),
      )
      .updateTable("challenges")
      .set({ sent_at: life.sentAt, expires_at: life.expiresAt })
      .where("id", "=", challengeId)
      .where(isLive)
      .returning("challenges.id"),
);

/** Withdraws a code that was never handed over. */
export async function withdrawChallenge(trx: Transaction, challengeId: string, at: Date): Promise<void> {
  await trx
    .updateTable("challenges")
    .set({ replaced_at: at })
    .where("id", "=", challengeId)
    .where("used_at", "is", null)
    .execute();
}
