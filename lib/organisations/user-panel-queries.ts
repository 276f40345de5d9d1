/** Remembers what an administrator looks up about one user, in whichever tables it stands. */
import { sql } from "kysely";
import type { AuditEventName } from "@/lib/audit/event";
import type { Database } from "@/lib/database/connection";
import { emailOnSince } from "@/lib/database/email-on-since";
import { mostFailuresInARow } from "@/lib/two-factor/policy";

/** The last confirmation e-mail to the present address of `userId`; valid until null once its link was used or ended. */
export function findLastConfirmationEmail(on: Database, userId: string) {
  return on
    .selectFrom("email_tokens")
    .innerJoin("users", "users.id", "email_tokens.user_id")
    .select([
      "email_tokens.created_at as sentAt",
      sql<Date | null>`case when used_at is null and replaced_at is null then expires_at end`.as(
        "validUntil",
      ),
    ])
    .where("user_id", "=", userId)
    .where("purpose", "=", "activation")
    .where(sql<boolean>`lower(email_tokens.email) = lower(users.email)`)
    .orderBy("email_tokens.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The methods of `userId`, each with since when, and the recovery codes left. Throws when there is no such user. */
export function getMethodsSince(on: Database, userId: string) {
  return on
    .selectFrom("users")
    .leftJoin("authenticators", "authenticators.user_id", "users.id")
    .where("users.id", "=", userId)
    .select([
      "users.email_confirmed_at as emailConfirmedAt",
      "users.email_method_enabled as emailMethodEnabled",
      emailOnSince,
      "authenticators.enabled_at as authenticatorEnabledAt",
      sql<boolean>`coalesce(authenticators.failures_in_a_row >= ${mostFailuresInARow}, false)`.as(
        "authenticatorLockedOut",
      ),
      sql<number>`(select count(*) from recovery_codes where user_id = users.id and used_at is null)`.as(
        "recoveryCodesLeft",
      ),
    ])
    .executeTakeFirstOrThrow();
}

/** The sessions of `userId` that have not ended or run out at `at`, last seen first. */
export function listSessionsOf(on: Database, userId: string, at: Date) {
  return on
    .selectFrom("sessions")
    .select(["id", "user_agent as userAgent", "created_at as createdAt", "last_seen_at as lastSeenAt"])
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", at)
    .orderBy("last_seen_at", "desc")
    .execute();
}

export type UserEvent = {
  id: number;
  event: AuditEventName;
  result: "success" | "failure" | "refusal";
  at: Date;
  /** Who acted; null for nobody known, or a part of the product. */
  actor: string | null;
};

/** The newest audit events about `userId`, newest first. */
export async function listNewestEvents(on: Database, userId: string, limit: number): Promise<UserEvent[]> {
  const rows = await on
    .selectFrom("audit_events")
    .leftJoin("users as actors", "actors.id", "audit_events.actor_id")
    .where("target_id", "=", userId)
    .select(["audit_events.id", "event", "result", "occurred_at as at", "actors.name as actor"])
    .orderBy("audit_events.id", "desc")
    .limit(limit)
    .execute();
  return rows as UserEvent[];
}
