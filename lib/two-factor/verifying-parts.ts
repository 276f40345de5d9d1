/** Verifies a pending login by a proof, as parts of a statement: the proof is used up and the login verified, or neither. */
import { type QueryCreator, sql } from "kysely";
import type { EventRow } from "@/lib/audit/event-parts";
import { isAny, type OneByOne } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";
import type { ClosedGate, Forgiven } from "@/lib/throttle/gate";
import { isLive } from "./challenge-parts";
import type { ProofMethod } from "./method";
import { isOpen } from "./pending-login-parts";

/** What is used up when a proof counts. */
export type Spendings = {
  email: { challengeId: string };
  authenticator: { userId: string; step: number };
  "recovery-code": { userId: string; digest: string };
};

/** A proof by one of the methods, and what it uses up. */
export type Spend = { [By in ProofMethod]: Spendings[By] & { by: By } }[ProofMethod];

/** Of those, the ones that their owner gets no letter about. */
export type QuietSpend = Exclude<Spend, { by: "recovery-code" }>;

/** A statement with the part `gate`: until when it is closed, or null. */
type OnGate = QueryCreator<Schema & { gate: { until: Date | null } }>;

/**
 * The pending login while it is open and answers to the token that the proof came by, as the part `open`. Its row is the
 * lock on which two answers at once meet, and an answer with the password of another tab, which gives it a new token.
 */
export function lockingOpen(db: OnGate, { id, tokens, at }: Pick<Verification, "id" | "tokens" | "at">) {
  return db
    .selectFrom("pending_logins")
    .select("id")
    .where("id", "=", id)
    .where(isAny("token_digest", tokens))
    .where(isOpen(at))
    .where((row) => row(row.selectFrom("gate").select("gate.until"), "is", null))
    .forUpdate();
}

/** A statement with the part `open`: a row while the pending login is open, locked until the statement ends. */
type OnOpen = QueryCreator<Schema & { open: { id: string } }>;

export const whileOpen = sql<boolean>`exists (select from open)`;

/** Uses a proof up, as the part `spent` of a statement: a row if it did. */
const using = {
  /** A code by e-mail, unless it was used or replaced or has run out. */
  email: (db: OnOpen, { challengeId }: Spendings["email"], at: Date) =>
    db
      .updateTable("challenges")
      .set({ used_at: at })
      .where("id", "=", challengeId)
      .where(isLive)
      .where("expires_at", ">", at)
      .where(whileOpen)
      .returning("used_at as spent_at"),
  /** A TOTP step, once per user and only ever a later one (RFC 6238 §5.2). */
  authenticator: (db: OnOpen, { userId, step }: Spendings["authenticator"]) =>
    db
      .updateTable("authenticators")
      .set({ last_step: step, failures_in_a_row: 0 })
      .where("user_id", "=", userId)
      .where("last_step", "<", step)
      .where(whileOpen)
      .returning("enabled_at as spent_at"),
};

type QuietMethod = keyof typeof using;

/** The part `spent` that uses up a proof by `method`. One of two alike: which one, the types cannot follow. */
export function usingUp<Method extends QuietMethod>(method: Method) {
  return using[method] as (
    db: OnOpen,
    spend: Spendings[Method],
    at: Date,
  ) => ReturnType<(typeof using)[QuietMethod]>;
}

export type Verification = {
  id: string;
  /** The digests under which it may be stored, by the token that it is answered by. */
  tokens: OneByOne;
  /** While it is closed, even the right proof does not count. */
  gate: ClosedGate;
  forgiven: Forgiven;
  event: EventRow;
  at: Date;
};

/** When the gate is closed, until when. `redeemed` says that the same statement has opened a session, too. */
export type Verified = { verified: boolean; redeemed: boolean; until: Date | null };
