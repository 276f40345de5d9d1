import { randomInt } from "node:crypto";
import { sql } from "kysely";
import { sendCode } from "../../../send-code";
import {
  addressOf,
  answerWithCookies,
  cookieOf,
  counting,
  database,
  digest,
  mostAttempts,
  refused,
} from "../../../target";

/** Sends a code: throttle, sending and challenge; the mail; the audit row once it is handed over. */
export async function POST(request: Request): Promise<Response> {
  const pending = digest("pending", cookieOf(request, "pending"));
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const { rows } = await sql<{ id: string; email: string; attempts: number }>`
    with ${counting([digest("mail", pending)])},
    spent as (
      update pending_logins set sends_left = sends_left - 1
      where token_digest = ${pending} and sends_left > 0 and expires_at > now() and redeemed_at is null
      returning token_digest, user_id
    ),
    made as (
      insert into challenges (pending_login, code_digest, expires_at)
      select token_digest, ${digest("code", pending, code)}, now() + interval '90 seconds' from spent
      on conflict (pending_login) do update set
        code_digest = excluded.code_digest, expires_at = excluded.expires_at, used_at = null
    )
    select users.id, email, (select max(count) from counted) as attempts from spent join users on users.id = user_id
  `.execute(database());
  const [user] = rows;
  if (!user || user.attempts > mostAttempts) return refused();

  await sendCode(user.email, code);
  await sql`
    insert into audit_events (occurred_at, event, user_id, address)
    values (now(), 'code.sent', ${user.id}, ${addressOf(request)})
  `.execute(database());
  return answerWithCookies({});
}
