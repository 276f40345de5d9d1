import type { NextRequest } from "next/server";
import { secondsUntil } from "@/lib/kernel/clock";
import { limitRedeeming } from "@/lib/login/limit-redeeming";
import { pendingToken } from "@/lib/web/cookies";
import { handlers } from "@/lib/web/next-auth";
import { currentVisitor } from "@/lib/web/visitor";

export const { GET } = handlers;

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * NextAuth's own callback redeems a verified pending login and nothing else; guessing tokens there is counted too. Its
 * way out is closed: it would forget the cookie and leave the session alive for whoever has a copy (ASVS 5.0, 7.4.1).
 * `/log-out` is the one way out, and the only one that can fail instead of pretending.
 */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const [act] = (await params).nextauth;
  if (act === "signout") return new Response(null, { status: 404 });
  const allowed = await limitRedeeming(await pendingToken(), await currentVisitor());
  if (allowed.ok) return handlers.POST(request);
  const comeBackIn = String(secondsUntil(allowed.until));
  return new Response(null, { status: 429, headers: { "Retry-After": comeBackIn } });
}
