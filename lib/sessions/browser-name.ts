/**
 * Names a browser as people know it, for lists and letters, which say it in their language. A user agent is a claim, so
 * nothing is decided by it.
 */
import bowser from "bowser";

/** "Chrome on Windows" as its two parts; null for what the user agent does not tell. */
export function browserParts(userAgent: string | null): { browser: string | null; system: string | null } {
  if (!userAgent) return { browser: null, system: null };
  const parsed = bowser.parse(userAgent);
  return { browser: parsed.browser.name ?? null, system: parsed.os.name ?? null };
}
