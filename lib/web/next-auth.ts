/**
 * NextAuth. Its cookie holds the session's token and nothing else; whether that still counts is asked of the database at
 * every request.
 */
import "server-only";
import NextAuth, { AuthError, type NextAuthConfig } from "next-auth";
import { inSeconds } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { logFault } from "@/lib/kernel/log";
import type { RedeemedLogin } from "@/lib/login/redeem-login";
import { findSession } from "@/lib/sessions/find-session";
import { wholeLimit } from "@/lib/sessions/session";
import { hostCookie, sessionCookie } from "./cookies";
import { paths } from "./paths";
import { justRedeemed, pendingLoginProvider, providerId } from "./pending-login-provider";

const maxAge = inSeconds(wholeLimit);

/** In which NextAuth notes where somebody wished to be led; nobody asks for it. */
export const callbackUrlCookie = "__Host-twostep-callback";

function config(): NextAuthConfig {
  return {
    providers: [pendingLoginProvider],
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
      callbackUrl: { name: callbackUrlCookie, options: hostCookie },
    },
    logger: {
      error: (error) => void (isMistake(error) || logFault("next-auth", error)),
      warn: () => {},
      debug: () => {},
    },
  };
}

/**
 * Whether `error` is the client's: a login that is refused, which is in the audit log, a form that is not from here, or a
 * body that is no JSON. What our own callbacks throw comes wrapped in errors of NextAuth's.
 */
const isMistake = (error: Error) =>
  error instanceof SyntaxError ||
  (error instanceof AuthError && ["CredentialsSignin", "MissingCSRF"].includes(error.type));

const nextAuth = NextAuth(config);

export const { handlers } = nextAuth;

/** Signs in by the pending login behind `token`, which is redeemed now if it was not `redeemed` by the caller. */
export async function signIn(token: string, redeemed: RedeemedLogin | null): Promise<void> {
  // Where to go is the caller's to say; without a word of it NextAuth would remember what the Referer says.
  const way = { redirect: false, redirectTo: paths.home } as const;
  await justRedeemed.run(redeemed, () => nextAuth.signIn(providerId, { token, ...way }));
}
