/** The columns as a migrated database has them, asked from its own catalogue. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Column, Columns } from "./columns";

const types: Record<string, Column["type"]> = {
  uuid: "string",
  text: "string",
  int2: "number",
  int4: "number",
  int8: "number",
  bool: "boolean",
  timestamptz: "Date",
  jsonb: "json",
  _text: "string[]",
};

/** The columns of every table of the product in `database`. */
export async function columnsOfDatabase(database: Database): Promise<Columns> {
  const { rows } = await sql<{
    table: string;
    column: string;
    type: string;
    nullable: boolean;
    filledIn: boolean;
    checks: string[];
  }>`
    select relname as table, attname as column, typname as type, not attnotnull as nullable,
      atthasdef or attidentity <> '' or attgenerated <> '' as "filledIn",
      array(
        select pg_get_constraintdef(pg_constraint.oid) from pg_constraint
        where conrelid = attrelid and contype = 'c' and conkey = array[attnum]
      ) as checks
    from pg_attribute
      join pg_class on pg_class.oid = attrelid
      join pg_type on pg_type.oid = atttypid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and attnum > 0 and not attisdropped and relname not like 'kysely_%'
  `.execute(database);
  return Object.fromEntries(
    rows.map(({ table, column, type, nullable, filledIn, checks }) => {
      const known = types[type];
      if (!known) throw new Error(`${table}.${column} is a ${type}: say here what that is in TypeScript`);
      return [`${table}.${column}`, { type: known, nullable, filledIn, oneOf: textsIn(checks) }];
    }),
  );
}

/** The texts that `checks` allow, as in `role = ANY (ARRAY['member'::text])` or `methods <@ '{email}'::text[]`. */
function textsIn(checks: string[]): string[] {
  return checks
    .flatMap((check) => [...check.matchAll(/'([^']*)'::text/g)])
    .flatMap(([, text = ""]) => text.replace(/^\{(.*)\}$/, "$1").split(","))
    .sort();
}
