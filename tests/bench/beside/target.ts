/** What the target's steps share: its database, digests, cookies, and how an attempt is counted inside a statement. */
import { createHmac, randomBytes } from "node:crypto";
import { Kysely, PostgresDialect, type RawBuilder, sql } from "kysely";
import { poolLikeOurs } from "./pool";

const key = Buffer.from("of the bench, and of nothing else");

// Opened at the first request: while Next builds there is no database.
let opened: Kysely<unknown> | undefined;

export function database(): Kysely<unknown> {
  opened ??= new Kysely({
    dialect: new PostgresDialect({
      pool: poolLikeOurs(process.env.BESIDE_TARGET_URL),
    }),
  });
  return opened;
}

export const digest = (...parts: string[]) =>
  createHmac("sha256", key).update(parts.join("\n")).digest("base64url");

export const newToken = () => randomBytes(32).toString("base64url");

/** Most attempts for each key within its minute. */
export const mostAttempts = 10;

/** A part of a statement that counts an attempt for each of `keys`, in one order so that two never wait for each other. */
export function counting(keys: string[]): RawBuilder<unknown> {
  return sql`counted as (
    insert into throttles as known (key, count, window_ends_at)
    select key, 1, now() + interval '1 minute' from unnest(${keys}::text[]) as key order by key
    on conflict (key) do update set
      count = case when known.window_ends_at < now() then 1 else known.count + 1 end,
      window_ends_at = case when known.window_ends_at < now() then excluded.window_ends_at else known.window_ends_at end
    returning count
  )`;
}

export const addressOf = (request: Request) => request.headers.get("x-forwarded-for") ?? "unknown";

export function cookieOf(request: Request, name: string): string {
  return new RegExp(`(?:^|; )${name}=([\\w-]{43})`).exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
}

/** An answer without content that leaves cookies in the browser; an empty one is taken back. */
export function answerWithCookies(cookies: Record<string, string>): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(cookies))
    headers.append(
      "set-cookie",
      `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${value ? "" : "; Max-Age=0"}`,
    );
  return new Response(null, { status: 204, headers });
}

export const refused = () => new Response(null, { status: 403 });
