/** Reads a pending login with all that judging its next step needs, in one statement. */
import { type QueryCreator, sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import { isAny, type OneByOne, oneByOne, prepared } from "@/lib/database/prepared";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Schema } from "@/lib/database/schema";
import type { Transaction } from "@/lib/database/transaction";
import { digests } from "@/lib/kernel/digest";
import { type Gate, untilOf } from "@/lib/throttle/spend-limits";
import type { Challenge } from "./challenge";
import type { Method, ProofMethod } from "./method";
import type { PendingLogin } from "./pending-login";
import { authenticatorStanding, type Standing } from "./policy";

/** A pending login with all that judging its next step needs. */
export type PendingLoginInFull = PendingLogin & {
  /** From where the password was given. */
  address: string | null;
  userName: string;
  email: string;
  language: string | null;
  organisationName: string;
  active: boolean;
  standing: Standing;
  preferredMethod: Method | null;
  lastMethod: ProofMethod | null;
  totpSecretSealed: string | null;
  /** Newest first; at most one is neither replaced nor used. */
  challenges: Challenge[];
};

/** The pending login behind `token`, in any state, or undefined. */
export async function findPendingLogin(on: Database, token: string): Promise<PendingLoginInFull | undefined> {
  return inFull(await found(on, { tokens: tokenDigests(token) }));
}

const found = prepared("pending-login", (on, { tokens }: { tokens: OneByOne }) =>
  withAll(
    on.with("pending", (db) =>
      db.selectFrom("pending_logins").select(pendingColumns).where(isAny("token_digest", tokens)),
    ),
  ).orderBy("challenges.sent_at", "desc"),
);

/** The same, locked until the transaction ends. */
export async function lockPendingLogin(
  trx: Transaction,
  token: string,
): Promise<PendingLoginInFull | undefined> {
  const ofToken = trx
    .selectFrom("pending_logins")
    .select("id")
    .where(isAny("token_digest", tokenDigests(token)));
  const locked = await ofToken.forUpdate().executeTakeFirst();
  // Read after the lock is held: what was read before may have been changed by the one who held it.
  return locked && findPendingLogin(trx, token);
}

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
  ifClosed: EventRow,
  at: Date,
): Promise<SpentTry> {
  const rows = await spent(on, { tokens: tokenDigests(token), gate, ifClosed, at });
  return { until: rows[0]?.until ?? null, pending: inFull(rows.filter(isFound)) };
}

type Trying = { tokens: OneByOne; gate: Gate; ifClosed: EventRow; at: Date };

const spent = prepared("spend-try", (on, { tokens, gate, ifClosed, at }: Trying) =>
  on
    .with("gate", (db) => db.selectNoFrom(untilOf(gate).as("until")))
    .with("pending", (db) =>
      db
        .updateTable("pending_logins")
        .set({ tries_left: sql`tries_left - 1` })
        .where(isAny("token_digest", tokens))
        .where("tries_left", ">", 0)
        .where("expires_at", ">", at)
        .where("verified_at", "is", null)
        .where("cancelled_at", "is", null)
        .where((row) => row(row.selectFrom("gate").select("gate.until"), "is", null))
        .returning(pendingColumns),
    )
    .with("recorded", (db) =>
      recordingEvent(
        db,
        "pending_logins",
        ifClosed,
        {
          organisation_id: sql.ref("organisation_id"),
          actor_id: sql.ref("user_id"),
          target_id: sql.ref("user_id"),
        },
        sql`${isAny("token_digest", tokens)} and (select until from gate) is not null`,
      ),
    )
    .with("full", (db) => withAll(db))
    .selectFrom("gate")
    .leftJoin("full", (join) => join.onTrue())
    .orderBy("full.sent_at", "desc")
    .selectAll("full")
    .select("gate.until"),
);

/** The digests that a pending login of `token` may be stored under. */
export const tokenDigests = (token: string): OneByOne => oneByOne(digests("pending-login", token));

const pendingColumns = [
  "id",
  "user_id",
  "organisation_id",
  "purpose",
  "return_to",
  "expires_at",
  "tries_left",
  "sends_left",
  "verified_by",
  "redeemed_at",
  "cancelled_at",
  "address",
] as const;

type PendingRow = Pick<Schema["pending_logins"], (typeof pendingColumns)[number]>;
type FullRow = Awaited<ReturnType<ReturnType<typeof withAll>["execute"]>>[number];
type MaybeFound = { [Column in keyof FullRow]: FullRow[Column] | null };

const isFound = <Row extends MaybeFound>(row: Row): row is Row & FullRow => row.id !== null;

/** The part `pending` of a statement with its user, organisation, authenticator and codes: a row per code. */
function withAll(on: Pick<QueryCreator<Schema & { pending: PendingRow }>, "selectFrom">) {
  return on
    .selectFrom("pending")
    .innerJoin("users", "users.id", "pending.user_id")
    .innerJoin("organisations", "organisations.id", "pending.organisation_id")
    .leftJoin("authenticators", "authenticators.user_id", "pending.user_id")
    .leftJoin("challenges", "challenges.pending_login_id", "pending.id")
    .selectAll("pending")
    .select([
      "users.name as userName",
      "users.email",
      readerLanguage,
      "users.status",
      "users.email_confirmed_at",
      "users.email_method_enabled",
      "users.preferred_method",
      "users.last_method",
      "organisations.name as organisationName",
      "organisations.two_factor_enabled",
      "organisations.allowed_methods",
      "authenticators.secret_sealed",
      "authenticators.failures_in_a_row",
      "challenges.id as challengeId",
      "challenges.code_digest",
      "challenges.sent_at",
      "challenges.expires_at as challengeExpiresAt",
      "challenges.replaced_at",
      "challenges.used_at",
    ]);
}

function inFull(rows: FullRow[]): PendingLoginInFull | undefined {
  const [row] = rows;
  if (!row) return undefined;
  return {
    id: row.id,
    userId: row.user_id,
    organisationId: row.organisation_id,
    purpose: row.purpose,
    returnTo: row.return_to,
    expiresAt: row.expires_at,
    triesLeft: row.tries_left,
    sendsLeft: row.sends_left,
    verifiedBy: row.verified_by,
    redeemedAt: row.redeemed_at,
    cancelledAt: row.cancelled_at,
    address: row.address,
    userName: row.userName,
    email: row.email,
    language: row.language,
    organisationName: row.organisationName,
    active: row.status === "active",
    standing: {
      switchedOn: row.two_factor_enabled,
      allowedMethods: row.allowed_methods,
      emailConfirmed: row.email_confirmed_at !== null,
      emailMethodEnabled: row.email_method_enabled,
      ...authenticatorStanding(row.failures_in_a_row),
    },
    preferredMethod: row.preferred_method,
    lastMethod: row.last_method,
    totpSecretSealed: row.secret_sealed,
    challenges: rows.flatMap((each) =>
      each.challengeId && each.code_digest && each.sent_at && each.challengeExpiresAt
        ? [
            {
              id: each.challengeId,
              codeDigest: each.code_digest,
              sentAt: each.sent_at,
              expiresAt: each.challengeExpiresAt,
              replacedAt: each.replaced_at,
              usedAt: each.used_at,
            },
          ]
        : [],
    ),
  };
}
