/** Which sessions are live, as parts of every statement that asks: unended, and in use. */
import { sql } from "kysely";
import type { IdleSince } from "./session";

/** Neither ended nor outlived at `at`. */
export const isUnended = (at: Date) =>
  sql<boolean>`(sessions.ended_at is null and sessions.expires_at > ${at}::timestamptz)`;

/** Whether a session was not left alone too long for the role of its user. */
export const isInUse = (idle: IdleSince) =>
  sql<boolean>`sessions.last_seen_at > case (select role from users where users.id = sessions.user_id)
    when 'administrator' then ${idle.administrator}::timestamptz else ${idle.member}::timestamptz end`;
