/**
 * Writes down how letters went: their rows, their links and the audit log. In one statement, so that none is there
 * without the others, and so that the mail server is kept waiting for one answer of the database and not for five.
 */
import { sql } from "kysely";
import { forgettingActivations, replacingOlderActivations } from "@/lib/accounts/activation-batch";
import { eventNow, recordingEvent } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import { type Ending, listedEndings, settlingRecipients } from "./resend-recipient-queries";

/** How a letter went, with the link that was in it. */
export type LetterEnding = Ending & { link: { id: string; userId: string } };

/** Links that were sent replace older ones of their owners; those that were not are forgotten: nobody has them. */
export async function settleLetters(
  on: Database,
  sending: { id: string; organisationId: string },
  endings: LetterEnding[],
  at: Date,
): Promise<void> {
  await on
    .with("ending", () => listedEndings(endings))
    .with("settled", () => settlingRecipients(sending.id, at))
    .with(
      "sent",
      () => sql<{ link: string; owner: string }>`(select link, owner from ending where "is" = 'sent')`,
    )
    .with("unsent", () => sql<{ link: string }>`(select link from ending where "is" <> 'sent')`)
    .with("replaced", () => replacingOlderActivations(at))
    .with("forgotten", () => forgettingActivations())
    .with("told", (db) =>
      recordingEvent(
        db,
        "sent",
        eventNow({
          event: "activation.sent",
          result: "success",
          organisationId: sending.organisationId,
          actorId: null,
        }),
        { target_id: sql`sent.owner` },
      ),
    )
    .selectFrom("settled")
    .select("settled.position")
    .execute();
}
