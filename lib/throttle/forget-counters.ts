/** Forgets counters of attempts whose time is over. */
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { deleteStale } from "./queries";

/** Deletes up to `limit` counters that close nothing any more; returns how many. */
export function forgetCounters(limit: number): Promise<number> {
  return deleteStale(database(), now(), limit);
}
