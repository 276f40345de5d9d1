/** Whether a page fits the screen, also with the longer words of another language. */
import type { CDPSession, Page } from "@playwright/test";

/** The narrowest screen that the product promises to serve (WCAG 2.2, 1.4.10). */
export const phone = { width: 320, height: 640 };

/** By which each page's browser is told what to ask for: of two that say something else, who knows which one counts. */
const sessions = new WeakMap<Page, CDPSession>();

/**
 * Lets the browser ask for pages in another language from now on: the ways to the screens are in English. The browser asks so
 * by itself: a route would stop it at each file that a page loads, and let it keep none.
 */
export async function prefer(page: Page, language: string): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const userAgent = await page.evaluate(() => navigator.userAgent);
  await session.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: language });
}

/** What is wider than its place: the page itself, and what hides or scrolls a part of itself sideways. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll("*")]
      .filter((element) => {
        const { overflowX, textOverflow, display } = getComputedStyle(element);
        const isWhole = overflowX === "visible" && element !== document.documentElement;
        // A name that ends in three dots is whole elsewhere; what only screen readers read is one pixel wide.
        const isMeant = textOverflow === "ellipsis" || display === "inline" || element.clientWidth <= 1;
        const isText = element.matches("input, select, textarea, iframe, option");
        return !isWhole && !isMeant && !isText && element.scrollWidth > element.clientWidth;
      })
      .map(
        (element) => `${element.scrollWidth} in ${element.clientWidth}: ${element.outerHTML.slice(0, 120)}`,
      ),
  );
}
