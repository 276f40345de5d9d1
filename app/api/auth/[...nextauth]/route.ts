import type { NextRequest } from "next/server";
import { now } from "@/lib/kernel/clock";
import { limitRedeeming } from "@/lib/login/limit-redeeming";
import { pendingToken } from "@/lib/web/cookies";
import { handlers } from "@/lib/web/next-auth";
import { currentVisitor } from "@/lib/web/visitor";

export const { GET } = handlers;

/** NextAuth's own callback redeems a verified pending login and nothing else; guessing tokens there is counted too. */
export async function POST(request: NextRequest): Promise<Response> {
  const allowed = await limitRedeeming(await pendingToken(), await currentVisitor());
  if (allowed.ok) return handlers.POST(request);
  const seconds = Math.ceil((allowed.until.getTime() - now().getTime()) / 1000);
  return new Response(null, { status: 429, headers: { "Retry-After": String(seconds) } });
}
