/** Whatever screen and state: nothing for axe to find in both themes, nothing wider than the screen in any language. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
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

/** axe, as small as its makers pack it. */
const axeSource = readFileSync(
  createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
  "utf8",
);

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
  await bringAxe(page);
  // It is there; and of what is right it would tell as much as of what is wrong.
  const analysis = new AxeBuilder({ page, axeSource: "void axe" })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
  const { violations } = await (rules ? analysis.withRules(rules) : analysis.withTags(laws)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Brings axe into the page, unless it is there: by itself it comes unpacked, and twice, which took most of the first analysis. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
}

/** How many pixels the page can be moved sideways (WCAG 2.2, 1.4.10: none at 320). */
function widthTooMuch(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
