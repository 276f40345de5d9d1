import { createHmac } from "node:crypto";
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

/** Right TOTP: throttle and try; then the step claimed, the pending login redeemed, session and audit row. */
export async function POST(request: Request): Promise<Response> {
  const { code } = Code.parse(Object.fromEntries(await request.formData()));
  const pending = digest("pending", cookieOf(request, "pending"));
  const { rows } = await sql<{ userId: string; secret: string; attempts: number }>`
    with ${counting([digest("code-address", addressOf(request)), digest("code", pending)])},
    tried as (
      update pending_logins set tries_left = tries_left - 1
      where token_digest = ${pending} and tries_left > 0 and expires_at > now() and redeemed_at is null
      returning user_id
    )
    select tried.user_id as "userId", secret, (select max(count) from counted) as attempts
    from tried join authenticators on authenticators.user_id = tried.user_id
  `.execute(database());
  const [found] = rows;
  const step = found && found.attempts <= mostAttempts ? stepOf(found.secret, code) : undefined;
  if (!found || step === undefined) return refused();

  const token = newToken();
  const { numAffectedRows } = await sql`
    with spent as (
      update authenticators set last_step = ${step} where user_id = ${found.userId} and last_step < ${step}
      returning user_id
    ),
    redeemed as (
      update pending_logins set redeemed_at = now()
      where token_digest = ${pending} and redeemed_at is null and exists (select from spent) returning user_id
    ),
    opened as (
      insert into sessions (token_digest, user_id, created_at, last_seen_at, expires_at)
      select ${digest("session", token)}, user_id, now(), now(), now() + interval '12 hours' from redeemed
    )
    insert into audit_events (occurred_at, event, user_id, address)
    select now(), 'login.completed', user_id, ${addressOf(request)} from redeemed
  `.execute(database());
  return numAffectedRows ? answerWithCookies({ pending: "", session: token }) : refused();
}

function stepOf(secret: string, code: string): number | undefined {
  const now = Math.floor(Date.now() / 30_000);
  return [now, now - 1, now + 1].find((step) => codeAt(secret, step) === code);
}

function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac[19] as number) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
