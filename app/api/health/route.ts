import { pingDatabase } from "@/lib/database/ping";

/** For load balancers: 200 when the database answers and no clock is off, else 503; never a detail. */
export async function GET(): Promise<Response> {
  const alive = await pingDatabase();
  return Response.json({ status: alive ? "ok" : "unavailable" }, { status: alive ? 200 : 503 });
}
