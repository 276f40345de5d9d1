/** The types of the tables are what the migrations make, so that what compiles also runs. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Database } from "@/lib/database/connection";
import type { Columns } from "../support/columns";
import { columnsOfDatabase } from "../support/columns-of-database";
import { columnsOfTypes } from "../support/columns-of-types";
import { loadEmbedded } from "../support/embedded";

const source = readFileSync(resolve(import.meta.dirname, "../../lib/database/schema.ts"), "utf8");
let database: Database;
let migrated: Columns;

beforeAll(async () => {
  database = await loadEmbedded(inject("embeddedTemplates").migrated);
  migrated = await columnsOfDatabase(database);
});

afterAll(() => database.destroy());

test("types and migrations agree on every column", () => {
  expect(columnsOfTypes(source)).toEqual(migrated);
});

describe("a difference is noticed when the types", () => {
  test.each([
    ["have a column more", "name: string;", "name: string; nickname: string;"],
    ["have a column less", "used_at: Date | null;", ""],
    ["forget that a value may be missing", "password_hash: string | null;", "password_hash: string;"],
    ["believe that a value may be missing", "code_digest: string;", "code_digest: string | null;"],
    ["forget a default", "revision: Generated<number>;", "revision: number;"],
    ["have another type", "last_step: number;", "last_step: string;"],
    ["allow a value that the database refuses", '"manager" | "member"', '"manager" | "member" | "guest"'],
    ["have another table", "organisations: {", "companies: {"],
  ])("%s", (_difference, written, mistaken) => {
    expect(source).toContain(written);
    expect(columnsOfTypes(source.replace(written, mistaken))).not.toEqual(migrated);
  });
});
