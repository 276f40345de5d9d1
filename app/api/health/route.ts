import { pingDatabase } from "@/lib/database/ping";

/** For load balancers: 200 when the database answers, 503 when it does not; never a detail. */
export async function GET(): Promise<Response> {
  const alive = await pingDatabase();
  return Response.json({ status: alive ? "ok" : "unavailable" }, { status: alive ? 200 : 503 });
}
