/** What a proxy in front of the product says with every request: no answer is another one for it. */
import type { Page } from "@playwright/test";
import { expect, givePassword, somebody, test } from "../support/browser-test";

test("the answer to a form brings the page that it leads to, whatever protocol a proxy speaks @javascript", async ({
  page,
  address,
}) => {
  const headers = { "x-forwarded-for": address, "x-forwarded-proto": "https" };
  expect(await givePasswordBehind(page, headers)).toEqual(["/login"]);
});

test("a form from the address that people type is taken, whatever host a proxy says", async ({
  page,
  address,
}) => {
  await givePasswordBehind(page, { "x-forwarded-for": address, "x-forwarded-host": "10.0.0.7:3000" });
});

/** Behind a proxy that says so of itself, gives a right password; returns the pages that the browser has loaded for that. */
async function givePasswordBehind(page: Page, headers: Record<string, string>): Promise<string[]> {
  await page.setExtraHTTPHeaders(headers);
  const loaded: string[] = [];
  page.on(
    "request",
    (request) => request.isNavigationRequest() && loaded.push(new URL(request.url()).pathname),
  );
  await givePassword(page, await somebody());
  await expect(page).toHaveURL("/login/verify/email");
  return loaded;
}
