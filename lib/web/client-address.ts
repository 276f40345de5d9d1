/** Where a request comes from. Apart from request-scope, which instrumentation.ts loads where there is no environment. */
import "server-only";
import { headers } from "next/headers";
import { environment } from "@/lib/kernel/env";
import { addressSeen } from "./request-scope";

/**
 * The client's network address: as the server script saw it, or on Vercel as that says, which overwrites what a client
 * claims. Null elsewhere: nobody overwrites it there, and all who come without an address count as one.
 */
export async function clientAddress(): Promise<string | null> {
  const seen = addressSeen();
  if (seen || !environment().onVercel) return seen ?? null;
  return (await headers()).get("x-vercel-forwarded-for");
}
