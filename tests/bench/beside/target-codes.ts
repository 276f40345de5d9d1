/** What the target does with a code, asked by a bare route handler or by an action: then what an action takes is all between them. */
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
} from "./target";

export type Proof = { code: string; pendingToken: string; address: string };

const Code = z.object({ code: z.string().regex(/^\d{6}$/) });

export const codeIn = (form: FormData): string => Code.parse(Object.fromEntries(form)).code;

/** Answers a bare request; `pass` gives the token of the session that a right code opens. */
export async function answer(
  request: Request,
  pass: (proof: Proof) => Promise<string | undefined>,
): Promise<Response> {
  const code = codeIn(await request.formData());
  const token = await pass({ code, pendingToken: cookieOf(request, "pending"), address: addressOf(request) });
  return token ? answerWithCookies({ pending: "", session: token }) : refused();
}

/** Right TOTP: throttle and try; then the step claimed, the pending login redeemed, session and audit row. */
export async function passTotp({ code, pendingToken, address }: Proof): Promise<string | undefined> {
  const pending = digest("pending", pendingToken);
  const { rows } = await sql<{ userId: string; secret: string; attempts: number }>`
    with ${counting([digest("code-address", address), digest("code", pending)])},
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
  if (!found || step === undefined) return undefined;

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
    select now(), 'login.completed', user_id, ${address} from redeemed
  `.execute(database());
  return numAffectedRows ? token : undefined;
}

/** Right mail code: its digest can be compared by the database, so that one statement does it all. */
export async function passMailCode({ code, pendingToken, address }: Proof): Promise<string | undefined> {
  const pending = digest("pending", pendingToken);
  const token = newToken();
  const { numAffectedRows } = await sql`
    with ${counting([digest("code-address", address), digest("code", pending)])},
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
    select now(), 'login.completed', user_id, ${address} from tried where redeemed_at is not null
  `.execute(database());
  return numAffectedRows ? token : undefined;
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
