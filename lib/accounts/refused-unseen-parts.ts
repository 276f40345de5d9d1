/** Records what a closed gate refuses unseen, as a part of the statement that asks the gate. */
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import type { Schema } from "@/lib/database/schema";
import type { Gate } from "@/lib/throttle/gate";
import { untilOf } from "@/lib/throttle/gate-parts";

/** What is recorded, and the gate that it passes as long as it is. */
export type RefusedUnseen = { event: EventRow; recording: Gate };

/** As {@link recordingEvent}, where `isClosed` says so of the statement's gate. Only then is it counted. */
export function recordingUnseen(
  db: QueryCreator<Schema>,
  source: string,
  { event, recording }: RefusedUnseen,
  isClosed: RawBuilder<boolean>,
  read?: Parameters<typeof recordingEvent>[3],
  rows = sql<boolean>`true`,
) {
  const isRecorded = sql<boolean>`case when ${isClosed} then ${untilOf(recording)} is null else false end`;
  return recordingEvent(db, source, event, read, sql<boolean>`${rows} and ${isRecorded}`);
}
