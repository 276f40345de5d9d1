/** Long words and long names: nothing is wider than the screen, and on a phone nothing is cut off (WCAG 2.2, 1.4.10). */
import type { Locator, Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, test } from "../support/browser-test";
import { administrationScreens } from "../support/screens/administration-screens";
import { linkScreens } from "../support/screens/link-screens";
import { loginScreens } from "../support/screens/login-screens";
import { longNameScreens } from "../support/screens/long-name-screens";
import { ownScreens } from "../support/screens/own-screens";
import { administering } from "../support/screens/screen";

// What answers from the cache of a service worker is not asked for in another language.
test.use({ serviceWorkers: "block" });

const phone = { width: 320, height: 640 };
const widths = [320, 390, 768, 1024, 1280];

for (const { name, open } of [...loginScreens, ...linkScreens, ...ownScreens, ...administrationScreens]) {
  test(`${name}, in German and Dutch on a phone @javascript`, async ({ page }) => {
    await page.setViewportSize(phone);
    await open(page);
    for (const language of ["de", "nl"]) {
      await prefer(page, language);
      await page.goto(page.url());
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect.soft(await tooWide(page), language).toEqual([]);
    }
  });
}

for (const { name, open } of longNameScreens) {
  test(`${name} @javascript`, async ({ page }) => {
    await open(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await tooWide(page), String(width)).toEqual([]);
    }
  });
}

test("a label of two lines leaves its field beside the others @javascript", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await administering("/administration/users")(page);
  await prefer(page, "de");
  await page.goto(page.url());
  const boxes = await page.getByRole("search").getByRole("combobox").all();
  const tops = await Promise.all(boxes.map(async (box) => Math.round((await box.boundingBox())?.y ?? 0)));
  expect(tops).toHaveLength(5);
  expect(new Set(tops).size).toBe(1);
});

test("what sorts a list is seen where the keyboard finds it @javascript", async ({ page }) => {
  await administering("/administration/users")(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const link of await page
      .getByRole("table")
      .getByRole("link", { name: /^(Name|E-mail)$/ })
      .all())
      expect.soft(await uncovered(link), String(width)).toBe(true);
  }
});

test("the address and the moment of an activity are words of their own", async ({ page }) => {
  await asSomebody(page);
  await page.goto("/my-settings/sessions");
  await expect(page.getByRole("listitem").filter({ hasText: "192.0.2.7" }).first()).toContainText(
    /192\.0\.2\.7 \d/,
  );
});

/** Whether what stands in the middle of a link is the link. */
function uncovered(link: Locator): Promise<boolean> {
  return link.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
}

/** Lets the browser ask for pages in another language from now on: the ways to the screens are in English. */
function prefer(page: Page, language: string): Promise<unknown> {
  return page.route("**", (route, request) =>
    route.continue({ headers: { ...request.headers(), "accept-language": language } }),
  );
}

/** What is wider than its place: the page itself, and what hides or scrolls a part of itself sideways. */
function tooWide(page: Page): Promise<string[]> {
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
