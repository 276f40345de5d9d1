import { sql } from "kysely";
import { z } from "zod";
import {
  addressOf,
  answerWithCookies,
  cookieOf,
  counting,
  database,
  digest,
  mostAttempts,
  newToken,
  refused,
} from "../../../target";

const Code = z.object({ code: z.string().regex(/^\d{6}$/) });

/** Right mail code: its digest can be compared by the database, so that one statement does it all. */
export async function POST(request: Request): Promise<Response> {
  const { code } = Code.parse(Object.fromEntries(await request.formData()));
  const pending = digest("pending", cookieOf(request, "pending"));
  const token = newToken();
  const { numAffectedRows } = await sql`
    with ${counting([digest("code-address", addressOf(request)), digest("code", pending)])},
    allowed as (select max(count) <= ${mostAttempts} as yes from counted),
    used as (
      update challenges set used_at = now()
      from pending_logins, allowed
      where pending_login = ${pending} and token_digest = ${pending} and code_digest = ${digest("code", pending, code)}
        and challenges.expires_at > now() and used_at is null and tries_left > 0 and redeemed_at is null and yes
      returning pending_login
    ),
    tried as (
      update pending_logins set tries_left = tries_left - 1,
        redeemed_at = case when exists (select from used) then now() end
      where token_digest = ${pending} and tries_left > 0 and redeemed_at is null
      returning user_id, redeemed_at
    ),
    opened as (
      insert into sessions (token_digest, user_id, created_at, last_seen_at, expires_at)
      select ${digest("session", token)}, user_id, now(), now(), now() + interval '12 hours'
      from tried where redeemed_at is not null
    )
    insert into audit_events (occurred_at, event, user_id, address)
    select now(), 'login.completed', user_id, ${addressOf(request)} from tried where redeemed_at is not null
  `.execute(database());
  return numAffectedRows ? answerWithCookies({ pending: "", session: token }) : refused();
}
