/** Takes a try from a pending login; whoever the gate is closed for is written down by the same statement. */
import { sql } from "kysely";
import type { RefusedUnseen } from "@/lib/accounts/refused-unseen-parts";
import type { Database } from "@/lib/database/connection";
import { wasFound } from "@/lib/database/maybe-found";
import { isAny, type OneByOne, prepared } from "@/lib/database/prepared";
import type { Gate } from "@/lib/throttle/gate";
import { untilOf } from "@/lib/throttle/gate-parts";
import {
  type FullRow,
  inFull,
  type PendingLoginInFull,
  pendingColumns,
  withAll,
} from "./pending-login-in-full-queries";
import { isOpen } from "./pending-login-parts";
import { tokenDigests } from "./pending-login-token";
import { recordingIfClosed } from "./refusal-parts";

export type SpentTry = {
  /** Until when the gate is closed; then no try was taken. */
  until: Date | null;
  /** Undefined when it is not open: run out, redeemed, cancelled, verified, unknown, or without tries. */
  pending: PendingLoginInFull | undefined;
};

/**
 * Takes one try from an open pending login, before anything is compared, and returns it with what is left; when `gate`
 * is closed, takes none and records `ifClosed` about its user. One statement, so that the limits of the source, too, are
 * counted before anything else; a flood that is refused costs no second one.
 */
export async function spendTry(
  on: Database,
  token: string,
  gate: Gate,
  ifClosed: RefusedUnseen,
  at: Date,
): Promise<SpentTry> {
  const rows = await spent(on, { tokens: tokenDigests(token), gate, ifClosed, at });
  return { until: rows[0]?.until ?? null, pending: inFull(rows.filter((row) => wasFound<FullRow>(row))) };
}

type Trying = { tokens: OneByOne; gate: Gate; ifClosed: RefusedUnseen; at: Date };

const spent = prepared("spend-try", (on, { tokens, gate, ifClosed, at }: Trying) =>
  on
    .with("gate", (db) => db.selectNoFrom(untilOf(gate).as("until")))
    .with("pending", (db) =>
      db
        .updateTable("pending_logins")
        .set({ tries_left: sql`tries_left - 1` })
        .where(isAny("token_digest", tokens))
        .where("tries_left", ">", 0)
        .where(isOpen(at))
        .where((row) => row(row.selectFrom("gate").select("gate.until"), "is", null))
        .returning(pendingColumns),
    )
    .with("recorded", (db) => recordingIfClosed(db, tokens, ifClosed))
    .with("full", (db) => withAll(db))
    .selectFrom("gate")
    .leftJoin("full", (join) => join.onTrue())
    .orderBy("full.sent_at", "desc")
    .selectAll("full")
    .select("gate.until"),
);
