/** Says whether the database answers, and whether both agree on what time it is. */
import { sql } from "kysely";
import { now } from "@/lib/kernel/clock";
import { milliseconds, seconds } from "@/lib/kernel/duration";
import { logFault } from "@/lib/kernel/log";
import { database } from "./connection";

/**
 * How far the clocks of this instance and of the database may be apart: a code lives 90 seconds by the clock of the
 * instance that asks, and all instances measure against the one database (ASVS 5.0, 6.5.8).
 */
export const mostClockSkew = seconds(5);

/** Whether this instance can serve: the database answers, and no clock is off. What is wrong is in the log. */
export async function pingDatabase(): Promise<boolean> {
  try {
    const asked = now().getTime();
    const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(database());
    return isOnTime(Number(rows[0]?.at), asked, now().getTime());
  } catch (error) {
    logFault("database.unreachable", error);
    return false;
  }
}

/** The answer was written at `at` by the database's clock, between `asked` and `answered` by ours. */
function isOnTime(at: number, asked: number, answered: number): boolean {
  const skew = milliseconds(Math.max(asked - at, at - answered, 0));
  if (skew <= mostClockSkew) return true;
  logFault("clock.off", new Error(`This clock and the database's are ${skew} ms apart`));
  return false;
}
