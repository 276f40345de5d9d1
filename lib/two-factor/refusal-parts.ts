/** Writes down whose pending login a closed gate has refused, as a part of the statement that asks the gate. */
import { type QueryCreator, sql } from "kysely";
import { type RefusedUnseen, recordingUnseen } from "@/lib/accounts/refused-unseen-parts";
import { isAny, type OneByOne } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";

/**
 * Records `ifClosed` about the owner of the pending login behind `tokens`, in a statement whose part `gate` is closed;
 * about nobody, nothing is recorded, nor about anybody as often as they like: else a flood could fill the log.
 */
export function recordingIfClosed(db: QueryCreator<Schema>, tokens: OneByOne, ifClosed: RefusedUnseen) {
  return recordingUnseen(
    db,
    "pending_logins",
    ifClosed,
    {
      organisation_id: sql.ref("organisation_id"),
      actor_id: sql.ref("user_id"),
      target_id: sql.ref("user_id"),
    },
    isAny("token_digest", tokens),
  );
}
