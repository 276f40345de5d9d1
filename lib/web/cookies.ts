/** The cookies: `__Host-` ones that no script reads and no other site sends along with its forms. */
import "server-only";
import { cookies } from "next/headers";
import { days, inSeconds, minutes } from "@/lib/kernel/duration";
import { isToken } from "@/lib/kernel/random";
import { loginsKeptFor } from "@/lib/two-factor/forget-logins";

export const sessionCookie = "__Host-twostep-session";
const pendingCookie = "__Host-twostep-pending";
const browserCookie = "__Host-twostep-browser";
const followedCookie = "__Host-twostep-followed";

/** ASVS 5.0, 3.3: bound to this host, sent over TLS only (browsers count localhost as safe), unreadable for scripts. */
export const hostCookie = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

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

/** For longer than it opens anything: whoever comes back too late is told so, and keeps the way to where they wanted. */
export async function keepPendingToken(token: string): Promise<void> {
  (await cookies()).set(pendingCookie, token, { ...hostCookie, maxAge: inSeconds(loginsKeptFor) });
}

export async function dropPendingToken(): Promise<void> {
  (await cookies()).delete({ name: pendingCookie, ...hostCookie });
}

/** The token by which this browser is known again. One that cannot be ours is none: it would be remembered as it came. */
export async function browserToken(): Promise<string | null> {
  const token = (await cookies()).get(browserCookie)?.value;
  return token && isToken(token) ? token : null;
}

/** Gives this browser the token by which it is known again, for a year from now. */
export async function keepBrowserToken(token: string): Promise<void> {
  (await cookies()).set(browserCookie, token, { ...hostCookie, maxAge: inSeconds(days(365)) });
}

/** The address whose mailed link was followed to its end in this browser, while somebody else was logged in there. */
export async function followedAddress(): Promise<string | null> {
  return (await cookies()).get(followedCookie)?.value ?? null;
}

/** For as long as whoever followed the link reads what came of it. In no address: those stay in histories and logs. */
export async function keepFollowedAddress(email: string): Promise<void> {
  (await cookies()).set(followedCookie, email, { ...hostCookie, maxAge: inSeconds(minutes(10)) });
}

export async function dropFollowedAddress(): Promise<void> {
  (await cookies()).delete({ name: followedCookie, ...hostCookie });
}
