/** The cookies: `__Host-` ones that no script reads and no other site sends along with its forms. */
import "server-only";
import { cookies } from "next/headers";
import { inSeconds } from "@/lib/kernel/duration";
import { wholeLimit } from "@/lib/sessions/session";
import { pendingLoginLife } from "@/lib/two-factor/pending-login";

export const sessionCookie = "__Host-twostep-session";
const pendingCookie = "__Host-twostep-pending";

/** ASVS 5.0, 3.3: bound to this host, sent over TLS only (browsers count localhost as safe), unreadable for scripts. */
export const hostCookie = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

export const sessionCookieOptions = { ...hostCookie, maxAge: inSeconds(wholeLimit) };

/** The token of the session, as the browser sent it. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie)?.value ?? null;
}

export async function dropSessionToken(): Promise<void> {
  (await cookies()).delete({ name: sessionCookie, ...hostCookie });
}

/** The token of the pending login, as the browser sent it. */
export async function pendingToken(): Promise<string | null> {
  return (await cookies()).get(pendingCookie)?.value ?? null;
}

export async function keepPendingToken(token: string): Promise<void> {
  (await cookies()).set(pendingCookie, token, { ...hostCookie, maxAge: inSeconds(pendingLoginLife) });
}

export async function dropPendingToken(): Promise<void> {
  (await cookies()).delete({ name: pendingCookie, ...hostCookie });
}
