/** Takes what is shown in a session along into the one that renews it, as parts of the statement that does. */
import { type QueryCreator, sql } from "kysely";
import type { Schema } from "@/lib/database/schema";

/** A statement that renews a session by a step-up: `renewed` has ended, `opened` takes its place. */
type OnRenewed = QueryCreator<
  Schema & { claimed: { user_id: string }; renewed: { id: string }; opened: { id: string } }
>;

/** Whoever is asked for a fresh proof in the midst of an enrolment comes back to the same QR code. */
export function movingEnrolment(db: OnRenewed) {
  return db
    .updateTable("authenticator_enrolments")
    .from(["claimed", "renewed", "opened"])
    .set({ session_id: sql`opened.id` })
    .whereRef("authenticator_enrolments.user_id", "=", "claimed.user_id")
    .whereRef("authenticator_enrolments.session_id", "=", "renewed.id")
    .returning("authenticator_enrolments.user_id");
}

/** Whoever is asked for a fresh proof while codes wait to be saved comes back to the same codes. */
export function movingReveal(db: OnRenewed) {
  return db
    .updateTable("recovery_code_reveals")
    .from(["claimed", "renewed", "opened"])
    .set({ session_id: sql`opened.id` })
    .whereRef("recovery_code_reveals.user_id", "=", "claimed.user_id")
    .whereRef("recovery_code_reveals.session_id", "=", "renewed.id")
    .returning("recovery_code_reveals.user_id");
}
