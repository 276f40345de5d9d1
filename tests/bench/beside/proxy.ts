import { type NextRequest, NextResponse } from "next/server";

/** What every page of the product stands behind, without what it judges: headers handed on, and one sent back. */
export function proxy(request: NextRequest): NextResponse {
  const policy = `script-src 'nonce-${crypto.randomUUID()}' 'strict-dynamic'`;
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Peer and target stand behind nothing.
export const config = { matcher: "/signing-in/:path*" };
