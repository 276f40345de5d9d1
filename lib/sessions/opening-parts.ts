/** Opens a session as a part of the statement that claims the login it is for. */
import { type QueryCreator, sql } from "kysely";
import type { Schema } from "@/lib/database/schema";
import type { SessionMethod } from "./session";

export type NewSession = {
  id: string;
  tokenDigest: string;
  createdAt: Date;
  expiresAt: Date;
  address: string | null;
  userAgent: string | null;
};

/** A statement with the part `claimed`: the pending login that was redeemed just now. */
export type OnClaimed = QueryCreator<
  Schema & {
    claimed: {
      id: string;
      user_id: string;
      organisation_id: string;
      session_id: string | null;
      verified_by: SessionMethod | null;
    };
  }
>;

/** Opens `session` for what was claimed, as the part `opened` of the statement that claims it. */
export function openingSession(db: OnClaimed, session: NewSession) {
  return db
    .insertInto("sessions")
    .columns([
      "id",
      "token_digest",
      "user_id",
      "organisation_id",
      "pending_login_id",
      "method",
      "created_at",
      "last_seen_at",
      "proved_at",
      "expires_at",
      "address",
      "user_agent",
    ])
    .expression((query) =>
      query
        .selectFrom("claimed")
        .select([
          sql<string>`${session.id}::uuid`.as("id"),
          sql<string>`${session.tokenDigest}::text`.as("token_digest"),
          "claimed.user_id",
          "claimed.organisation_id",
          "claimed.id as pending_login_id",
          sql<SessionMethod>`coalesce(claimed.verified_by, 'password')`.as("method"),
          sql<Date>`${session.createdAt}::timestamptz`.as("created_at"),
          sql<Date>`${session.createdAt}::timestamptz`.as("last_seen_at"),
          sql<Date>`${session.createdAt}::timestamptz`.as("proved_at"),
          sql<Date>`${session.expiresAt}::timestamptz`.as("expires_at"),
          sql<string | null>`${session.address}::text`.as("address"),
          sql<string | null>`${session.userAgent}::text`.as("user_agent"),
        ]),
    )
    .returning("sessions.id");
}
