/** Remembers what an administrator looks up about one user: the letter that confirms, and what has happened. */
import { sql } from "kysely";
import { isUnspent } from "@/lib/accounts/email-token-parts";
import type { AuditEventName } from "@/lib/audit/event";
import type { Database } from "@/lib/database/connection";
import { isWaiting } from "./sending-preview-queries";
import { isVisible } from "./shown-users-queries";
import type { PresentUser } from "./user";
import type { Reach } from "./visibility";

/** A confirmation e-mail to the present address; valid until null once its link was used, ended or forgotten. */
type ConfirmationEmail = { sentAt: Date; validUntil: Date | null };

/** The last one to `userId`: by its link and, when that was kept long enough, by the audit log. */
export async function findLastConfirmationEmail(
  on: Database,
  userId: string,
): Promise<ConfirmationEmail | undefined> {
  const linked = await on
    .selectFrom("email_tokens")
    .innerJoin("users", "users.id", "email_tokens.user_id")
    .select([
      "email_tokens.created_at as sentAt",
      sql<Date | null>`case when ${isUnspent()} then expires_at end`.as("validUntil"),
    ])
    .where("user_id", "=", userId)
    .where("purpose", "=", "activation")
    .where(sql<boolean>`lower(email_tokens.email) = lower(users.email)`)
    .orderBy("email_tokens.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return linked ?? findRecordedEmail(on, userId);
}

async function findRecordedEmail(on: Database, userId: string): Promise<ConfirmationEmail | undefined> {
  const sent: AuditEventName = "activation.sent";
  // What was sent before went to another address.
  const toAnother: AuditEventName = "email.changed";
  const newest = await on
    .selectFrom("audit_events")
    .select(["event", "occurred_at as sentAt"])
    .where("target_id", "=", userId)
    .where("event", "in", [sent, toAnother])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest?.event === sent ? { sentAt: newest.sentAt, validUntil: null } : undefined;
}

/**
 * When and why the last confirmation e-mail to the present address of `userId` could not be delivered; undefined once a
 * later one was sent.
 */
export async function findUndelivered(
  on: Database,
  userId: string,
): Promise<{ at: Date; reason: string | null } | undefined> {
  const row = await on
    .selectFrom("audit_events")
    .innerJoin("users", "users.id", "target_id")
    .select(["event", "occurred_at as at", "reason"])
    .where("target_id", "=", userId)
    .where(({ eb, or }) =>
      or([
        eb("event", "=", "activation.sent"),
        eb("event", "=", "activation.undelivered").and(
          sql<boolean>`lower(detail ->> 'email') = lower(users.email)`,
        ),
      ]),
    )
    .orderBy("audit_events.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.event === "activation.undelivered" ? { at: row.at, reason: row.reason } : undefined;
}

/**
 * Whether a confirmation e-mail to `user` is still to come: theirs of a sending, or one that was asked for, by whoever,
 * and neither sent nor given up since. Deactivating gives it up.
 */
export async function awaitsConfirmationEmail(on: Database, user: PresentUser): Promise<boolean> {
  if (user.status !== "active" || user.emailConfirmedAt) return false;
  const askings: AuditEventName[] = ["activation.requested", "email.changed"];
  const endings: AuditEventName[] = [
    "activation.sent",
    "activation.undelivered",
    "user.deactivated",
    "user.reactivated",
  ];
  const found = await on
    .selectFrom("users")
    .where("users.id", "=", user.id)
    .select(isWaiting.as("isInSending"))
    .select(({ selectFrom }) =>
      selectFrom("audit_events")
        .select("event")
        .whereRef("target_id", "=", "users.id")
        .where(({ eb, or }) =>
          or([eb("event", "in", endings), eb("event", "in", askings).and("result", "=", "success")]),
        )
        .orderBy("audit_events.id", "desc")
        .limit(1)
        .as("newest"),
    )
    .executeTakeFirstOrThrow();
  return found.isInSending || askings.some((asking) => asking === found.newest);
}

/** Who made the last change of a user; undefined where nothing was written down of it. */
export async function findLastChanger(
  on: Database,
  { id, changedAt }: { id: string; changedAt: Date },
): Promise<string | undefined> {
  const changes: AuditEventName[] = ["user.changed", "email.changed", "user.deactivated", "user.reactivated"];
  const row = await on
    .selectFrom("audit_events")
    .select("actor_id as changer")
    .where("target_id", "=", id)
    .where("event", "in", changes)
    .where("occurred_at", ">=", changedAt)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.changer ?? undefined;
}

export type UserEvent = {
  id: number;
  event: AuditEventName;
  result: "success" | "failure" | "refusal";
  at: Date;
  /** Who else acted; null for the user, nobody known, a part of the product, or somebody out of reach. */
  actor: string | null;
};

/** The newest audit events about `userId`, newest first; who else acted has a name where they are within `reach`. */
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
      sql<string | null>`
        case when actor_id <> target_id and ${isVisible(on, reach, "actors.id")} then actors.name end
      `.as("actor"),
    ])
    .orderBy("audit_events.id", "desc")
    .limit(limit)
    .execute();
  return rows as UserEvent[];
}
