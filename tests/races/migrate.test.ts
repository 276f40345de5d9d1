/** Several servers that start at once prepare one database together, and none of them twice. */
import { Kysely } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { type Database, dialectFor } from "@/lib/database/connection";
import { migrate, migrations } from "@/lib/database/migrate";
import type { Schema } from "@/lib/database/schema";
import { installQueue } from "@/lib/mail/queue";
import { createDatabase, dropDatabases } from "../support/server";

test("each migration is run by one of five, and the queue is there for all", async () => {
  const name = `twostep_migrated_at_once_${process.pid}`;
  const url = await createDatabase(name);
  const servers: Database[] = Array.from(
    { length: 5 },
    () => new Kysely<Schema>({ dialect: dialectFor(url) }),
  );
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.destroy()));
    await dropDatabases(name);
  });
  const ran = await Promise.all(servers.map((server) => migrate(server)));
  expect(ran.flat().sort()).toEqual(Object.keys(migrations));
  await Promise.all(servers.map((server) => installQueue(server)));
});
