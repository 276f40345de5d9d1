import { auth, type Hashing, hashings } from "../../../../../peer";

type Context = { params: Promise<{ hash: string }> };

/** better-auth's own endpoints, one instance for each way to keep passwords. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { hash } = await params;
  if (!hashings.includes(hash as Hashing)) return new Response(null, { status: 404 });
  return auth(hash as Hashing).handler(request);
}
