import { auth } from "../../../peer";

/** Who is logged in, as a server of the peer asks at each request. */
export async function GET(request: Request): Promise<Response> {
  const session = await auth("stub").api.getSession({ headers: request.headers });
  return session ? Response.json({ name: session.user.name }) : new Response(null, { status: 401 });
}
