/** Migrates one database on the server once a project; each worker starts from a copy, made in 140 ms. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { TestProject } from "vitest/node";
import type { Schema } from "@/lib/database/schema";
import { prepare } from "../prepare";
import { createDatabase, dropDatabases } from "../server";

declare module "vitest" {
  interface ProvidedContext {
    /** The name of the migrated database on the server; the copies have longer names. */
    serverTemplate: string;
  }
}

export default async function makeServerTemplate(project: TestProject) {
  const name = `twostep_${project.name.replace(/\W/g, "_")}_${process.pid}`;
  const pool = new pg.Pool({ connectionString: await createDatabase(name), max: 2 });
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await prepare(database);
  await database.destroy();
  project.provide("serverTemplate", name);
  return () => dropDatabases(name);
}
