/** Remembers sessions. One statement answers a request: session, user, organisation, and what the second step depends on. */
import type { Database } from "@/lib/database/connection";
import { isAny, type OneByOne, oneByOne, prepared } from "@/lib/database/prepared";
import { standingFacts } from "@/lib/database/standing-facts";
import type { Transaction } from "@/lib/database/transaction";
import { before } from "@/lib/kernel/clock";
import { digests } from "@/lib/kernel/digest";
import {
  type EndReason,
  type IdleSince,
  idleSince,
  type SessionMethod,
  type SessionRow,
  seenPrecision,
} from "./session";
import { isInUse, isUnended } from "./session-parts";

/** The row behind `token` that has not ended and not outlived its whole limit, of an active user; notes that it was seen. */
export async function findUnended(on: Database, token: string, at: Date) {
  const [found] = await unended(on, {
    candidates: oneByOne(digests("session", token)),
    at,
    lastNoted: before(at, seenPrecision),
    idle: idleSince(at),
  });
  return found;
}

type Unended = {
  candidates: OneByOne;
  at: Date;
  /** A session that was last noted after this is left as it is: not every request writes. */
  lastNoted: Date;
  idle: IdleSince;
};

const unended = prepared("session", (on, { candidates, at, lastNoted, idle }: Unended) =>
  on
    .with("seen", (db) =>
      db
        .updateTable("sessions")
        .set({ last_seen_at: at })
        .where(isAny("token_digest", candidates))
        .where("ended_at", "is", null)
        .where("last_seen_at", "<", lastNoted)
        // An idle session must not be revived by the request that finds it idle.
        .where(isInUse(idle))
        .returning("id"),
    )
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .innerJoin("organisations", "organisations.id", "sessions.organisation_id")
    .leftJoin("authenticators", "authenticators.user_id", "sessions.user_id")
    .where(isAny("sessions.token_digest", candidates))
    .where(isUnended(at))
    .where("users.status", "=", "active")
    .select([
      "sessions.id",
      "sessions.user_id",
      "sessions.organisation_id",
      "sessions.method",
      "sessions.last_seen_at",
      "sessions.proved_at",
      "users.name",
      "users.email",
      "users.role",
      "users.language",
      "organisations.name as organisation_name",
      "organisations.language as organisation_language",
      ...standingFacts,
    ]),
);

/** Whose session is behind `token`, if it was opened after `since` and has not ended. */
export async function findOwnerOfOpened(
  on: Database,
  token: string,
  since: Date,
): Promise<string | undefined> {
  const found = await on
    .selectFrom("sessions")
    .select("user_id")
    .where("token_digest", "in", digests("session", token))
    .where("created_at", ">", since)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return found?.user_id;
}

/**
 * The session `id`, or of one that was renewed the last of its successors, and why that has ended: null where it has not.
 * Undefined when there is no such session.
 */
export async function findLastOfLine(
  on: Database,
  id: string,
): Promise<{ id: string; reason: EndReason | null } | undefined> {
  const row = await on
    .withRecursive("line", (db) =>
      db
        .selectFrom("sessions")
        .select(["id", "ended_reason", "renewed_by"])
        .where("id", "=", id)
        .unionAll(
          db
            .selectFrom("line")
            .innerJoin("sessions", "sessions.id", "line.renewed_by")
            .select(["sessions.id", "sessions.ended_reason", "sessions.renewed_by"]),
        ),
    )
    .selectFrom("line")
    .select(["id", "ended_reason"])
    .where("renewed_by", "is", null)
    .executeTakeFirst();
  return row && { id: row.id, reason: row.ended_reason as EndReason | null };
}

/** Says that the person behind a session has just proven a second step in it. */
export async function noteProof(
  trx: Transaction,
  sessionId: string,
  method: SessionMethod,
  at: Date,
): Promise<void> {
  await trx.updateTable("sessions").set({ proved_at: at, method }).where("id", "=", sessionId).execute();
}

/** The sessions of `userId` that have not ended or run out at `at`, last seen first. */
export function listUnended(on: Database, userId: string, at: Date): Promise<SessionRow[]> {
  return on
    .selectFrom("sessions")
    .select(["id", "created_at as createdAt", "last_seen_at as lastSeenAt", "user_agent as userAgent"])
    .where("user_id", "=", userId)
    .where(isUnended(at))
    .orderBy("last_seen_at", "desc")
    .execute();
}
