/** Says where the present request comes from. */
import "server-only";
import { headers } from "next/headers";
import type { Visitor } from "@/lib/kernel/visitor";
import { clientAddress } from "./client-address";
import { browserToken } from "./cookies";

/** A user agent is a claim of any length; this much of it tells the browser. */
const longestUserAgent = 300;

/** The visitor behind this request. */
export async function currentVisitor(): Promise<Visitor> {
  const given = await headers();
  return {
    browserToken: await browserToken(),
    address: await clientAddress(),
    acceptLanguage: given.get("accept-language"),
    userAgent:
      given
        .get("user-agent")
        ?.replaceAll(/\p{Cc}/gu, " ")
        .slice(0, longestUserAgent) ?? null,
  };
}
