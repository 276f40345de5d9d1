/** Records what a closed gate refuses unseen, as a part of the statement that asks the gate. */
import { type QueryCreator, sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import type { Schema } from "@/lib/database/schema";
import type { Gate } from "@/lib/throttle/gate";
import { untilOf } from "@/lib/throttle/gate-parts";

/** What is recorded, and the gate that it passes as long as it is. */
export type RefusedUnseen = { event: EventRow; recording: Gate };

/** As {@link recordingEvent}, in a statement whose part `gate` is closed. Only then is it counted. */
export function recordingUnseen(
  db: QueryCreator<Schema>,
  source: string,
  { event, recording }: RefusedUnseen,
  read?: Parameters<typeof recordingEvent>[3],
  rows = sql<boolean>`true`,
) {
  const isRecorded = sql<boolean>`case when (select until from gate) is not null
    then ${untilOf(recording)} is null else false end`;
  return recordingEvent(db, source, event, read, sql<boolean>`${rows} and ${isRecorded}`);
}
