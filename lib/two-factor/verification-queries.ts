/** Verifies a pending login by a proof, in one statement: the proof is used up and the login is verified, or neither. */
import { type QueryCreator, sql } from "kysely";
import type { AuditEvent } from "@/lib/audit/event";
import { recordingEvent } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import { type Forgiven, forgivingIf, type Gate } from "@/lib/throttle/spend-limits";
import type { ProofMethod } from "./method";

/** A statement with the part `open`: a row while the pending login is open, locked until the statement ends. */
type OnOpen = QueryCreator<Schema & { open: { id: string } }>;

/** What makes a proof count, once: the part of the statement that uses it up, with a row if it did. */
export type Spend = (
  statement: OnOpen,
  at: Date,
) =>
  | ReturnType<typeof usingCodeUp>
  | ReturnType<typeof acceptingStep>
  | ReturnType<typeof usingRecoveryCodeUp>;

const whileOpen = sql<boolean>`exists (select from open)`;

/** Uses a code by e-mail up, unless it was used or replaced or has run out. */
export const usingCodeUp = (statement: OnOpen, challengeId: string, at: Date) =>
  statement
    .updateTable("challenges")
    .set({ used_at: at })
    .where("id", "=", challengeId)
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .where("expires_at", ">", at)
    .where(whileOpen)
    .returning("used_at as spent_at");

/** Accepts a TOTP step, once per user and only ever a later one (RFC 6238 §5.2). */
export const acceptingStep = (statement: OnOpen, userId: string, step: number) =>
  statement
    .updateTable("authenticators")
    .set({ last_step: step, failures_in_a_row: 0 })
    .where("user_id", "=", userId)
    .where("last_step", "<", step)
    .where(whileOpen)
    .returning("enabled_at as spent_at");

/** Uses a recovery code up, unless it was used. */
export const usingRecoveryCodeUp = (statement: OnOpen, userId: string, digest: string, at: Date) =>
  statement
    .updateTable("recovery_codes")
    .set({ used_at: at })
    .where("user_id", "=", userId)
    .where("code_digest", "=", digest)
    .where("used_at", "is", null)
    .where(whileOpen)
    .returning("used_at as spent_at");

export type Verification = {
  id: string;
  method: ProofMethod;
  spend: Spend;
  /** While it is closed, even the right proof does not count. */
  gate: Gate;
  forgiven: Forgiven;
  event: AuditEvent;
};

/** Whether the pending login was verified; when the gate is closed, until when. Of forty at once, one gets true. */
export async function verify(
  on: Database,
  { id, method, spend, gate, forgiven, event }: Verification,
  at: Date,
): Promise<{ verified: boolean; until: Date | null }> {
  const { verified, until } = await on
    .with("gate", (db) => db.selectNoFrom(gate.as("until")))
    // Its row is the lock on which two answers at once meet.
    .with("open", (db) =>
      db
        .selectFrom("pending_logins")
        .select("id")
        .where("id", "=", id)
        .where("verified_at", "is", null)
        .where("cancelled_at", "is", null)
        .where("expires_at", ">", at)
        .where((row) => row(row.selectFrom("gate").select("gate.until"), "is", null))
        .forUpdate(),
    )
    .with("spent", (db) => spend(db, at))
    .with("verified", (db) =>
      db
        .updateTable("pending_logins")
        .from("spent")
        .set({ verified_at: at, verified_by: method })
        .where("pending_logins.id", "=", id)
        .returning("pending_logins.id"),
    )
    .with("recorded", (db) => recordingEvent(db, "verified", event))
    .with("forgiven", (db) => forgivingIf(db, forgiven, "verified"))
    .selectFrom("gate")
    .select(["gate.until", sql<boolean>`exists (select from verified)`.as("verified")])
    .executeTakeFirstOrThrow();
  return { verified, until };
}
