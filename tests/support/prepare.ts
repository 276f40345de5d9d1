/** What the product expects to find in a database before it serves anybody. */
import type { Database } from "@/lib/database/connection";
import { migrate } from "@/lib/database/migrate";

export async function prepare(database: Database): Promise<void> {
  await migrate(database);
}
