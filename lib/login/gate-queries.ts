/** Counts whoever knocks at NextAuth's callback, and writes down whom it is closed for, in one statement. */
import type { RefusedUnseen } from "@/lib/accounts/refused-unseen-parts";
import type { Database } from "@/lib/database/connection";
import type { OneByOne } from "@/lib/database/prepared";
import type { Gate } from "@/lib/throttle/gate";
import { untilOf } from "@/lib/throttle/gate-parts";
import { recordingIfClosed } from "@/lib/two-factor/refusal-parts";

/** Until when `gate` is closed, or null. While it is, `ifClosed` is recorded about whoever `tokens` belong to. */
export async function passGate(
  on: Database,
  tokens: OneByOne,
  gate: Gate,
  ifClosed: RefusedUnseen,
): Promise<Date | null> {
  const { until } = await on
    .with("gate", (db) => db.selectNoFrom(untilOf(gate).as("until")))
    .with("recorded", (db) => recordingIfClosed(db, tokens, ifClosed))
    .selectFrom("gate")
    .select("until")
    .executeTakeFirstOrThrow();
  return until;
}
