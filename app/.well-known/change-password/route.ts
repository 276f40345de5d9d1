import { paths } from "@/lib/web/paths";

/**
 * Where password managers look for the page on which a password is changed (W3C, "A Well-Known URL for Changing
 * Passwords"). They first ask for a page that is not there, and believe this one because that answers 404.
 */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { Location: paths.mySettings } });
}
