/**
 * Writes down how attempts went. Of letters their rows, their links and the audit log, in one statement, so that none is
 * there without the others, and so that the mail server is kept waiting for one answer of the database and not for five.
 */
import { sql } from "kysely";
import { forgettingUnsent, replacingOlder } from "@/lib/accounts/email-token-parts";
import { recordingEvent } from "@/lib/audit/event-parts";
import { eventNow } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import { mostTries, type RecipientReason } from "./sending";

/** How far to the end a row goes whose letter was not taken: further than any sending is long. */
export const toTheEnd = 10_000_000;

/** From here on a row stays where it is: after ninety times it is behind the others anyway. */
const farthest = 900_000_000;

/**
 * How an attempt ended. `unreachable` is tried again, after all others, until the row's tries are used up; `put-off`
 * likewise, but costs no try, because the letters of others were not taken either.
 */
export type Ending = {
  position: number;
  is: "sent" | "left-out" | "refused" | "unreachable" | "put-off";
  reason?: RecipientReason;
};

/** Writes down how attempts ended. A row that is not `sending` any more is somebody else's, and stays as it is. */
export async function settleRecipients(
  on: Database,
  sendingId: string,
  endings: Ending[],
  at: Date,
): Promise<void> {
  await on
    .with("ending", () => listedEndings(endings))
    .with("settled", () => settlingRecipients(sendingId, at))
    .selectFrom("settled")
    .selectAll()
    .execute();
}

/** How a letter went, with the link that was in it, and whether it may have arrived though it is not known to be sent. */
export type LetterEnding = Ending & { link: { id: string; userId: string }; mayHaveArrived?: boolean };

/** Links that were sent replace older ones of their owners; those that certainly were not are forgotten. */
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
    .with(
      "unsent",
      () => sql<{ link: string }>`(select link from ending where "is" <> 'sent' and not arrived)`,
    )
    .with("replaced", () => replacingOlder(at))
    .with("forgotten", () => forgettingUnsent())
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

type ListedEnding = {
  position: number;
  is: string;
  reason: string | null;
  link: string;
  owner: string;
  arrived: boolean;
};

/** Endings as a part of a statement, with the links that were in the letters. */
function listedEndings(endings: (Ending & Partial<LetterEnding>)[]) {
  const rows = endings.map(({ position, is, reason, link, mayHaveArrived }) => {
    const arrived = mayHaveArrived ?? false;
    return { position, is, reason: reason ?? null, link: link?.id, owner: link?.userId, arrived };
  });
  return sql<ListedEnding>`(
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as ending(position integer, "is" text, reason text, link uuid, owner uuid, arrived boolean)
  )`;
}

/** As {@link settleRecipients}, as a part of a larger statement, for the endings in its part "ending". */
function settlingRecipients(sendingId: string, at: Date) {
  return sql<{ position: number }>`(
    update resend_recipients as recipient set
      state = case
        when ending.is = 'refused' then 'failed'
        when ending.is not in ('unreachable', 'put-off') then ending.is
        when ending.is = 'unreachable' and recipient.tries + 1 >= ${mostTries} then 'failed'
        else 'waiting' end,
      reason = case
        when ending.is in ('refused', 'unreachable') then ending.is
        else ending.reason end,
      tries = recipient.tries + case when ending.is = 'unreachable' then 1 else 0 end,
      position = recipient.position + case
        when ending.is in ('unreachable', 'put-off') and recipient.position < ${sql.lit(farthest)}
        then ${sql.lit(toTheEnd)} else 0 end,
      at = ${at}
    from ending
    where recipient.job_id = ${sendingId} and recipient.position = ending.position and recipient.state = 'sending'
    returning recipient.position
  )`;
}
