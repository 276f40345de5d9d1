import { NextRequest } from "next/server";
import { secondsUntil } from "@/lib/kernel/clock";
import { limitRedeeming } from "@/lib/login/limit-redeeming";
import { pendingToken } from "@/lib/web/cookies";
import { callbackUrlCookie, handlers } from "@/lib/web/next-auth";
import { currentVisitor } from "@/lib/web/visitor";

/**
 * What is there of NextAuth; the rest is nowhere. Its way out would forget the cookie and leave the session alive for
 * whoever has a copy (ASVS 5.0, 7.4.1): `/log-out` is the one way out, and the only one that can fail instead of
 * pretending. What belongs to other providers it would take for a fault of ours, and so it would each of these in another
 * spelling (`cs%72f`).
 */
const doors = ["GET csrf", "GET providers", "GET session", "POST session", "POST callback/pending-login"];

export async function GET(request: NextRequest): Promise<Response> {
  return isDoor(request) ? handlers.GET(withoutWishes(request)) : notThere();
}

/** NextAuth's own callback redeems a verified pending login and nothing else; guessing tokens there is counted too. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isDoor(request)) return notThere();
  const allowed = await limitRedeeming(await pendingToken(), await currentVisitor());
  if (allowed.ok) return handlers.POST(withoutWishes(request));
  const comeBackIn = String(secondsUntil(allowed.until));
  return new Response(null, { status: 429, headers: { "Retry-After": comeBackIn } });
}

const isDoor = ({ method, nextUrl }: NextRequest) =>
  doors.includes(`${method} ${nextUrl.pathname.replace("/api/auth/", "")}`);

const notThere = () => new Response(null, { status: 404 });

/** `request` without where it wishes to be led: an address that is none would be answered 500, and leads nowhere anyway. */
function withoutWishes(request: NextRequest): NextRequest {
  const { origin, pathname } = request.nextUrl;
  const plain = new NextRequest(`${origin}${pathname}`, request);
  plain.cookies.delete(callbackUrlCookie);
  return plain;
}
