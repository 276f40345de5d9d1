import { sql } from "kysely";
import { cookieOf, database, digest } from "../../../target";

/** Session, user and organisation in one statement. */
export async function GET(request: Request): Promise<Response> {
  const token = cookieOf(request, "session");
  if (!token) return new Response(null, { status: 401 });
  const { rows } = await sql<{ name: string }>`
    select users.name, users.role, organisations.name as organisation, two_factor_enabled
    from sessions join users on users.id = user_id join organisations on organisations.id = organisation_id
    where token_digest = ${digest("session", token)} and expires_at > now() and last_seen_at > now() - interval '30 minutes'
  `.execute(database());
  return rows[0] ? Response.json({ name: rows[0].name }) : new Response(null, { status: 401 });
}
