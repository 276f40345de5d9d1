import { verify } from "@node-rs/argon2";
import { sql } from "kysely";
import { z } from "zod";
import {
  addressOf,
  answerWithCookies,
  counting,
  database,
  digest,
  mostAttempts,
  newToken,
  refused,
} from "../../../target";

const Credentials = z.object({ email: z.string().min(3).max(254), password: z.string().min(1).max(1_000) });

/** Right password: throttle and look-up, the hash, pending login and audit row. */
export async function POST(request: Request): Promise<Response> {
  const { email, password } = Credentials.parse(Object.fromEntries(await request.formData()));
  const ofAccount = digest("account", email.toLowerCase());
  const { rows } = await sql<{ id: string; hash: string; attempts: number }>`
    with ${counting([ofAccount, digest("address", addressOf(request))])}
    select id, password_hash as hash, (select max(count) from counted) as attempts
    from users where lower(email) = lower(${email})
  `.execute(database());
  const [user] = rows;
  if (!user || user.attempts > mostAttempts || !(await verify(user.hash, password))) return refused();

  const token = newToken();
  await sql`
    with forgiven as (delete from throttles where key = ${ofAccount}),
    opened as (
      insert into pending_logins (token_digest, user_id, expires_at, tries_left, sends_left)
      values (${digest("pending", token)}, ${user.id}, now() + interval '10 minutes', 5, 5)
    )
    insert into audit_events (occurred_at, event, user_id, address)
    values (now(), 'password.accepted', ${user.id}, ${addressOf(request)})
  `.execute(database());
  return answerWithCookies({ pending: token });
}
