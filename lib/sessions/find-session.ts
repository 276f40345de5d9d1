/** Finds the live session behind a cookie, at every request: nothing about a login is believed from the cookie alone. */
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { findUnended } from "./queries";
import { isIdle } from "./session";

/** A live session with its user, organisation, and the facts that decide on the second step. */
export type LiveSession = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** The live session behind `token`, or undefined: unknown, ended, idle, outlived, or of a deactivated user. */
export async function findSession(token: string) {
  const at = now();
  const row = await findUnended(database(), token, at);
  if (!row || isIdle(row.role, row.last_seen_at, at)) return undefined;
  return {
    id: row.id,
    method: row.method,
    provedAt: row.proved_at,
    user: {
      id: row.user_id,
      name: row.name,
      email: row.email,
      role: row.role,
      language: row.language,
    },
    organisation: {
      id: row.organisation_id,
      name: row.organisation_name,
      language: row.organisation_language,
    },
    facts: {
      switchedOn: row.switchedOn,
      allowedMethods: row.allowedMethods,
      emailConfirmedAt: row.emailConfirmedAt,
      emailMethodEnabled: row.emailMethodEnabled,
      authenticatorFailures: row.authenticatorFailures,
    },
  };
}
