/** Finds whom somebody means who looks for a name or an address in the audit log. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";

/** The shortest term that a trigram index narrows down. */
const shortestInside = 3;

/**
 * The ids of up to `most` users of the organisation with `term` in their name or address; a term of one or two letters
 * must stand at the start of either. A whole address means its owner and nobody else.
 */
export async function findPeople(
  on: Database,
  organisationId: string,
  term: string,
  most: number,
): Promise<string[]> {
  const ofOrganisation = on.selectFrom("users").select("id").where("organisation_id", "=", organisationId);
  const owner = await ofOrganisation.where(sql`lower(email)`, "=", sql`lower(${term})`).executeTakeFirst();
  if (owner) return [owner.id];

  const literal = term.replaceAll(/[\\%_]/g, "\\$&");
  const inside = sql<boolean>`name_folded || e'\\n' || email_folded like folded(${`%${literal}%`})`;
  const start = sql`folded(${`${literal}%`})`;
  const atStart = sql<boolean>`(name_folded like ${start} or email_folded like ${start})`;
  const found = await ofOrganisation
    .where([...term].length < shortestInside ? atStart : inside)
    .limit(most)
    .execute();
  return found.map(({ id }) => id);
}
