/** Whatever screen and state: nothing for axe to find in both themes, nothing wider than the screen in any language. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/browser-test";
import { administrationScreens } from "../support/screens/administration-screens";
import { linkScreens } from "../support/screens/link-screens";
import { loginScreens } from "../support/screens/login-screens";
import { ownScreens } from "../support/screens/own-screens";
import { phone, prefer, tooWide } from "../support/width";

// What answers from the cache of a service worker is not asked for in another language.
test.use({ serviceWorkers: "block" });

const sizes = { desktop: { width: 1280, height: 800 }, phone };

/** WCAG 2.2 A and AA, which includes targets of 24 px, and what axe's makers hold to be good practice. */
const laws = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const { name, open } of [...loginScreens, ...linkScreens, ...ownScreens, ...administrationScreens]) {
  // axe needs JavaScript; the pages are the same without it.
  test(`${name} @javascript`, async ({ page }) => {
    await open(page);
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      expect.soft(await whatAxeFinds(page), size).toEqual([]);
      expect.soft(await widthTooMuch(page), size).toBe(0);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await whatAxeFinds(page, ["color-contrast"]), `${size}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    }
    await page.setViewportSize(phone);
    for (const language of ["de", "nl"]) {
      await prefer(page, language);
      await page.goto(page.url());
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect.soft(await tooWide(page), language).toEqual([]);
    }
  });
}

/** Each broken rule with the elements that break it. Only colours differ between the themes: see `rules`. */
async function whatAxeFinds(page: Page, rules?: string[]): Promise<string[]> {
  // Colours fade into each other, and axe would measure them on the way.
  await page.emulateMedia({ reducedMotion: "reduce" });
  // Of what is right it would otherwise tell as much.
  const axe = new AxeBuilder({ page, axeSource: await axeIn(page) })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(laws)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What brings axe into the page, unless it is there: it is a megabyte, and is brought twice at each analysis. */
async function axeIn(page: Page): Promise<string | undefined> {
  return (await page.evaluate(() => "axe" in window)) ? "void axe" : undefined;
}

/** How many pixels the page can be moved sideways (WCAG 2.2, 1.4.10: none at 320). */
function widthTooMuch(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
