/** The token of a mailed link, as an address or a form brings it. */
import "server-only";
import { isToken } from "@/lib/kernel/random";

/** `given` if it looks like a token of ours; else one that nobody has, so that the link is unknown and nothing fails. */
export function linkToken(given: unknown): string {
  return typeof given === "string" && isToken(given) ? given : "";
}
