/** What the product expects to find in a database before it serves anybody: its tables and those of the job queue. */
import type { Database } from "@/lib/database/connection";
import { migrate } from "@/lib/database/migrate";
import { installQueue } from "@/lib/mail/queue";

export async function prepare(database: Database): Promise<void> {
  await migrate(database);
  await installQueue(database);
}
