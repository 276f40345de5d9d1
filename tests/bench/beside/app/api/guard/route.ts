import { cookies } from "next/headers";
import { findSession } from "@/lib/sessions/find-session";

/** Who is logged in, as every page of the product asks, without the page around it. */
export async function GET(): Promise<Response> {
  const token = (await cookies()).get("__Host-twostep-session")?.value;
  const session = token && (await findSession(token));
  return session ? Response.json({ name: session.user.name }) : new Response(null, { status: 401 });
}
