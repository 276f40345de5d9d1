import { logOut } from "@/lib/sessions/end-sessions";
import { dropSessionToken } from "@/lib/web/cookies";
import { actorOf, currentSession } from "@/lib/web/current";
import { paths, withNotice } from "@/lib/web/paths";

/** Whoever types the address, or goes back to it, finds the page with the button: reading an address ends nothing. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.home } });
}

/**
 * "Log out": ends the session's row and forgets its cookie; a session that had ended already is no trouble. A route and
 * not an action, because only a route can tell the browser to forget what it keeps (ASVS 5.0, 14.3.1), and because the
 * whole new page leaves nothing of the old ones in memory. The cookies stay: some are not of the session.
 */
export async function POST(): Promise<Response> {
  const session = await currentSession();
  if (session) await logOut(await actorOf(session));
  await dropSessionToken();
  return new Response(null, {
    status: 303,
    headers: {
      location: withNotice(paths.login, "logged-out"),
      "clear-site-data": '"cache", "storage"',
    },
  });
}
