/** Says whether the database answers. */
import { sql } from "kysely";
import { logFault } from "@/lib/kernel/log";
import { database } from "./connection";

export async function pingDatabase(): Promise<boolean> {
  try {
    await sql`select 1`.execute(database());
    return true;
  } catch (error) {
    logFault("database.unreachable", error);
    return false;
  }
}
