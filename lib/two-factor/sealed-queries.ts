/** Walks through everything that is sealed, wherever it lies, so that it can be sealed anew under another key. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";

/** Where sealed values lie. Each row is one user's. */
export const sealedPlaces = {
  enrolments: { table: "authenticator_enrolments", column: "secret_sealed" },
  "recovery codes being shown": { table: "recovery_code_reveals", column: "codes_sealed" },
  // Last: an enrolment that is confirmed meanwhile takes its sealed secret along to here.
  authenticators: { table: "authenticators", column: "secret_sealed" },
} as const;

export type SealedPlace = keyof typeof sealedPlaces;

export type SealedValue = { userId: string; sealed: string };

/** Up to `count` values in `place` that are not under the key `keyId`, of users that come after `userId`. */
export async function listSealedOtherwise(
  on: Database,
  place: SealedPlace,
  keyId: string,
  userId: string,
  count: number,
): Promise<SealedValue[]> {
  const { table, column } = sealedPlaces[place];
  const { rows } = await sql<SealedValue>`
    select user_id as "userId", ${sql.ref(column)} as sealed from ${sql.table(table)}
    where user_id > ${userId}::uuid and split_part(${sql.ref(column)}, ':', 1) <> ${keyId}
    order by user_id limit ${count}`.execute(on);
  return rows;
}

/**
 * Puts each `resealed` in the place of its value, in one statement; returns how many. One that was changed meanwhile is
 * not overwritten: whoever changed it has sealed it themselves.
 */
export async function replaceSealed(
  on: Database,
  place: SealedPlace,
  values: (SealedValue & { resealed: string })[],
): Promise<number> {
  const { table, column } = sealedPlaces[place];
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} as stored set ${sql.ref(column)} = given.resealed
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as given("userId" uuid, sealed text, resealed text)
    where stored.user_id = given."userId" and stored.${sql.ref(column)} = given.sealed`.execute(on);
  return Number(numAffectedRows);
}

/** How many values in `place` are under which key. */
export async function countByKey(
  on: Database,
  place: SealedPlace,
): Promise<{ keyId: string; count: number }[]> {
  const { table, column } = sealedPlaces[place];
  const { rows } = await sql<{ keyId: string; count: number }>`
    select split_part(${sql.ref(column)}, ':', 1) as "keyId", count(*)::int as count
    from ${sql.table(table)} group by 1 order by 1`.execute(on);
  return rows;
}
