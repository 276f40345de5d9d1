/**
 * Names a browser as people know it, for lists and letters, which say it in their language. A user agent is a claim, so
 * nothing is decided by it.
 */
import bowser from "bowser";

/** Bowser lists the names that it gives, but for the last two. */
const names = new Set([...Object.values(bowser.BROWSER_MAP), "Miui", "Opera Touch"]);

/**
 * "Chrome on Windows" as its two parts; null for what the user agent does not tell. A name that no browser has
 * is a stranger's text: it would stand in our letter to the one whose password they have entered.
 */
export function browserParts(userAgent: string | null): { browser: string | null; system: string | null } {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = bowser.parse(userAgent);
  return { browser: browser.name && names.has(browser.name) ? browser.name : null, system: os.name ?? null };
}
