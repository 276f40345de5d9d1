import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { doJobs } from "@/lib/jobs/do-jobs";
import { environment } from "@/lib/kernel/env";
import { isSameSecret } from "@/lib/kernel/same-secret";

/** Seconds that a platform grants at least; the work ends by itself before. */
export const maxDuration = 60;

/** For a platform's cron, each minute: does what waits, and sweeps. Without the secret, the route is not there. */
export async function GET(request: NextRequest): Promise<Response> {
  const { cronSecret } = environment();
  const given = request.headers.get("authorization") ?? "";
  if (!cronSecret || !isSameSecret(given, `Bearer ${cronSecret}`)) notFound();
  return Response.json({ jobs: await doJobs() }, { headers: { "Cache-Control": "no-store" } });
}
