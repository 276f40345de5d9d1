/** A proxy that speaks TLS in front of the product says so with every request; no answer is another one for it. */
import { expect, pressLogIn, somebody, test } from "../support/browser-test";

test("the answer to a form brings the page that it leads to, whatever protocol a proxy speaks @javascript", async ({
  page,
  address,
}) => {
  const who = await somebody();
  await page.setExtraHTTPHeaders({ "x-forwarded-for": address, "x-forwarded-proto": "https" });
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  const loadedAnew: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && loadedAnew.push(request.url()));
  await pressLogIn(page);
  await expect(page).toHaveURL("/login/verify/email");
  expect(loadedAnew).toEqual([]);
});
