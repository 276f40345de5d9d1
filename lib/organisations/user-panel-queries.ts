/** Remembers what an administrator looks up about one user, in whichever tables it stands. */
import { sql } from "kysely";
import type { AuditEventName } from "@/lib/audit/event";
import type { Database } from "@/lib/database/connection";
import { emailOnSince } from "@/lib/database/email-on-since";
import { type Standing, standingOf } from "@/lib/two-factor/policy";
import { isVisible } from "./shown-users-queries";
import type { Reach } from "./visibility";

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

/** How a user stands, each method with since when, and the recovery codes left. */
export type PresentMethods = Standing & {
  emailOnSince: Date | null;
  authenticatorEnabledAt: Date | null;
  recoveryCodesLeft: number;
};

/** The methods of `userId` as they stand now. Throws when there is no such user. */
export async function getMethodsSince(on: Database, userId: string): Promise<PresentMethods> {
  const row = await on
    .selectFrom("users")
    .innerJoin("organisations", "organisations.id", "users.organisation_id")
    .leftJoin("authenticators", "authenticators.user_id", "users.id")
    .where("users.id", "=", userId)
    .select([
      "organisations.two_factor_enabled as switchedOn",
      "organisations.allowed_methods as allowedMethods",
      "users.email_confirmed_at as emailConfirmedAt",
      "users.email_method_enabled as emailMethodEnabled",
      emailOnSince,
      "authenticators.enabled_at as authenticatorEnabledAt",
      "authenticators.failures_in_a_row as authenticatorFailures",
      sql<number>`(select count(*) from recovery_codes where user_id = users.id and used_at is null)`.as(
        "recoveryCodesLeft",
      ),
    ])
    .executeTakeFirstOrThrow();
  const { emailOnSince: since, authenticatorEnabledAt, recoveryCodesLeft } = row;
  return { ...standingOf(row), emailOnSince: since, authenticatorEnabledAt, recoveryCodesLeft };
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
  /** Who acted; null for nobody known, a part of the product, or somebody out of reach. */
  actor: string | null;
};

/** The newest audit events about `userId`, newest first; who acted has a name where they are within `reach`. */
export async function listNewestEvents(
  on: Database,
  reach: Reach,
  userId: string,
  limit: number,
): Promise<UserEvent[]> {
  const rows = await on
    .selectFrom("audit_events")
    .leftJoin("users as actors", "actors.id", "audit_events.actor_id")
    .where("target_id", "=", userId)
    .select([
      "audit_events.id",
      "event",
      "result",
      "occurred_at as at",
      sql<string | null>`case when ${isVisible(on, reach, "actors.id")} then actors.name end`.as("actor"),
    ])
    .orderBy("audit_events.id", "desc")
    .limit(limit)
    .execute();
  return rows as UserEvent[];
}
