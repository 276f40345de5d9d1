/**
 * What every answer carries: a content security policy with a fresh nonce, and for pages what was asked for, and how. It
 * guards nothing: guards live in pages, actions and verbs (CVE-2025-29927).
 */
import { type NextRequest, NextResponse } from "next/server";
import { isDemoOrDev } from "./lib/kernel/demo-or-dev";
import { environment } from "./lib/kernel/env";
import { randomToken } from "./lib/kernel/random";
import { ofPlainAnswers } from "./scripts/answer-headers.mjs";

/**
 * How much a form may hold: that of a user the ids of up to 1,000 teams, twice; all others a few fields, what of them is
 * shown again, and a place to come back to. What holds more is refused unread: React takes it apart before any action of
 * ours, and made for it, each 100 kB hold up everybody for a tenth of a second.
 */
const mostBytes = { ofUser: 512 * 1024, ofOthers: 32 * 1024 };

/** Where users are added and changed. */
const pageOfUser = /^\/administration\/users\/[^/]+$/;

/** For the few people who get there: by a text of many pages in a field, or by a browser that says nothing of itself. */
const refusals = {
  413: "This form holds more than Twostep takes. Go back, shorten it, and send it again.",
  403: "This was not sent by a page of Twostep. Open the page anew, and send it from there.",
};

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refusal = await refusalOf(request);
  if (refusal) return new NextResponse(refusals[refusal], { status: refusal, headers: ofPlainAnswers });

  const policy = contentSecurityPolicy(randomToken(), request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-twostep-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-twostep-method", request.method);
  // Next refuses an action whose Origin is not the host's; that this one is ours has just been judged.
  if (headers.has("origin")) headers.set("origin", originOf(request));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "no-store");
  return response;
}

export const config = {
  // The files of an app, and nothing that only begins like one: what is not there is answered by a page.
  matcher: [
    {
      source:
        "/((?!_next/static/|(?:icon\\.svg|apple-icon\\.png|icons/icon-(?:192|512|maskable-512)\\.png)$).*)",
    },
  ],
};

/** 413 for a body that no form of ours has; 403 for what no page of ours is known to have sent (ASVS 5.0, 3.5.1). */
async function refusalOf(request: NextRequest): Promise<keyof typeof refusals | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const most = pageOfUser.test(request.nextUrl.pathname) ? mostBytes.ofUser : mostBytes.ofOthers;
  if ((await lengthOf(request)) > most) return 413;
  return isOurs(request) ? undefined : 403;
}

/** In bytes. Browsers say it; of what does not, as much is looked at as next.config.mjs has kept. */
async function lengthOf(request: NextRequest): Promise<number> {
  const said = request.headers.get("content-length");
  return said === null ? (await request.arrayBuffer()).byteLength : Number(said);
}

/**
 * Whether a page of ours sent it. Every browser says so in one of two headers that no page can write; what says nothing
 * is no browser, and has nothing to say here. (The platform's cron asks by GET.)
 */
function isOurs(request: NextRequest): boolean {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && !["same-origin", "none"].includes(site)) return false;
  if (origin === null) return site !== null;
  // The host makes the Origin that Next is given then: of one that makes none it would say that the fault is ours.
  if (!URL.canParse(originOf(request))) return false;
  // Under our no-referrer policy browsers say "null" for a form sent without JavaScript (Fetch §3.2).
  return origin === "null" ? site === "same-origin" : isOwn(origin, request);
}

/** By the address that people type, or by another one that leads here; behind a proxy the host may be one of its own. */
function isOwn(origin: string, request: NextRequest): boolean {
  if (origin === environment().origin) return true;
  return URL.canParse(origin) && new URL(origin).host === hostOf(request);
}

const originOf = (request: NextRequest) => `https://${hostOf(request)}`;

const hostOf = ({ headers }: NextRequest) => headers.get("x-forwarded-host") ?? headers.get("host");

/** OWASP CSP cheat sheet, strict policy: scripts by nonce, and what they load; nothing else from anywhere. */
function contentSecurityPolicy(nonce: string, path: string): string {
  // Letters in the mailbox of demo and dev bring their styles with them; hot reload evaluates.
  const styles =
    isDemoOrDev() && path.startsWith("/dev/") ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  const hotReload = isHotReloading ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${hotReload}`,
    `style-src ${isHotReloading ? "'self' 'unsafe-inline'" : styles}`,
    "img-src 'self' data:",
    // Else a worker would need the nonce, and public/sw.js is a file.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

const isHotReloading = environment().mode === "development";
