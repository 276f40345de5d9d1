/**
 * NextAuth, with a credentials provider that decides nothing: it redeems a pending login that was verified before
 * (CVE-2025-29927 and cal.diy#10288 taught not to trust what comes before a guard). The cookie holds the session's
 * token and nothing else; whether it still counts is asked of the database at every request.
 */
import "server-only";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { inSeconds } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { logFault } from "@/lib/kernel/log";
import { redeemLogin } from "@/lib/login/redeem-login";
import { findSession } from "@/lib/sessions/find-session";
import { wholeLimit } from "@/lib/sessions/session";
import { hostCookie, keepBrowserToken, sessionCookie } from "./cookies";
import { paths } from "./paths";
import { currentVisitor } from "./visitor";

const maxAge = inSeconds(wholeLimit);

const pendingLogin = Credentials({
  id: "pending-login",
  credentials: { token: {} },
  async authorize({ token }) {
    if (typeof token !== "string") return null;
    const redeemed = await redeemLogin(token, await currentVisitor());
    if (!redeemed.ok) return null;
    await keepBrowserToken(redeemed.value.browserToken);
    return { id: redeemed.value.userId, sessionToken: redeemed.value.sessionToken };
  },
});

function config(): NextAuthConfig {
  return {
    providers: [pendingLogin],
    secret: environment().authSecret,
    trustHost: true,
    pages: { signIn: paths.login, signOut: paths.login, error: paths.login },
    // With only a credentials provider NextAuth wants "jwt"; encode and decode make the token an opaque one.
    session: { strategy: "jwt", maxAge },
    jwt: {
      maxAge,
      encode: async ({ token }) => String(token?.sessionToken ?? ""),
      decode: async ({ token }) => (token ? { sessionToken: token } : null),
    },
    callbacks: {
      async jwt({ token, user, trigger }) {
        if (trigger === "signIn" && user && "sessionToken" in user)
          return { sessionToken: user.sessionToken };
        // `update` brings data from the browser: nothing of it is taken (CVE-2026-23478).
        return (await findSession(String(token.sessionToken))) ? { sessionToken: token.sessionToken } : null;
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) =>
        URL.canParse(url) && new URL(url).origin === environment().origin ? url : environment().origin,
    },
    cookies: {
      sessionToken: { name: sessionCookie, options: hostCookie },
      csrfToken: { name: "__Host-twostep-csrf", options: hostCookie },
      callbackUrl: { name: "__Host-twostep-callback", options: hostCookie },
    },
    logger: {
      // A refused login is an answer, not a fault: it is in the audit log.
      error: (error) => void (error instanceof CredentialsSignin || logFault("next-auth", error)),
      warn: () => {},
      debug: () => {},
    },
  };
}

export const { handlers, signIn } = NextAuth(config);
