/** Reads a pending login with all that judging its next step needs, in one statement. */
import type { QueryCreator } from "kysely";
import type { Database } from "@/lib/database/connection";
import { isAny, type OneByOne, prepared } from "@/lib/database/prepared";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Schema } from "@/lib/database/schema";
import { standingFacts } from "@/lib/database/standing-facts";
import type { Transaction } from "@/lib/database/transaction";
import type { Challenge } from "./challenge";
import type { Method, ProofMethod } from "./method";
import type { PendingLogin } from "./pending-login";
import { tokenDigests } from "./pending-login-token";
import { type Standing, standingOf } from "./policy";

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
  /** What the authenticator app calls the organisation, where that is known. */
  issuer: string | null;
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

/** What is read of the pending login itself. */
export const pendingColumns = [
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
export type FullRow = Awaited<ReturnType<ReturnType<typeof withAll>["execute"]>>[number];

/** The part `pending` of a statement with its user, organisation, authenticator and codes: a row per code. */
export function withAll(on: Pick<QueryCreator<Schema & { pending: PendingRow }>, "selectFrom">) {
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
      "users.preferred_method",
      "users.last_method",
      "organisations.name as organisationName",
      ...standingFacts,
      "authenticators.secret_sealed",
      "authenticators.issuer",
      "challenges.id as challengeId",
      "challenges.code_digest",
      "challenges.sent_at",
      "challenges.expires_at as challengeExpiresAt",
      "challenges.replaced_at",
      "challenges.used_at",
    ]);
}

/** The pending login that `rows` tell of; undefined where there are none. */
export function inFull(rows: FullRow[]): PendingLoginInFull | undefined {
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
    standing: standingOf(row),
    preferredMethod: row.preferred_method,
    lastMethod: row.last_method,
    totpSecretSealed: row.secret_sealed,
    issuer: row.issuer,
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
