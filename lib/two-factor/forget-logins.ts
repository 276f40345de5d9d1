/** Forgets pending logins, and secrets that were shown and not taken: what nobody can use any more is not kept. */
import { database } from "@/lib/database/connection";
import { before, now } from "@/lib/kernel/clock";
import { days } from "@/lib/kernel/duration";
import { deletePendingLogins, deleteRunOut } from "./retention-queries";

/** Until then a page left open says what became of its login, and its owner can be told of it. */
export const loginsKeptFor = days(1);

/** Deletes up to `limit` pending logins that ran out longer ago, with their codes; returns how many. */
export function forgetPendingLogins(limit: number): Promise<number> {
  return deletePendingLogins(database(), before(now(), loginsKeptFor), limit);
}

/** Deletes up to `limit` enrolments that were left alone; returns how many. */
export function forgetEnrolments(limit: number): Promise<number> {
  return deleteRunOut(database(), "authenticator_enrolments", now(), limit);
}

/** Deletes up to `limit` batches of new recovery codes that nobody has saved in time; returns how many. */
export function forgetReveals(limit: number): Promise<number> {
  return deleteRunOut(database(), "recovery_code_reveals", now(), limit);
}
