/** What a login leaves to be done is said on whichever page it led to, once, and until it is done. */
import type { Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, independentCode, pressLogIn, somebody, test } from "../support/browser-test";
import { letters, rows } from "../support/browser-world";

const missing = "Your e-mail address is not confirmed";
const tab = "/my-settings/two-factor-login";

test("who has no usable method is told so on the page that was asked for, and can act on it there", async ({
  page,
}) => {
  const who = await somebody({ confirmed: false });
  await page.goto("/my-settings/sessions");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await pressLogIn(page);
  await expect(page).toHaveURL("/my-settings/sessions");
  await expect(page.getByText(missing)).toHaveCount(1);
  await page.getByRole("button", { name: "Send the e-mail again" }).click();
  await expect(page.getByRole("status").filter({ hasText: `on its way to ${who.email}` })).toBeVisible();
  await expect(page).toHaveURL("/my-settings/sessions");
  await expect.poll(() => letters(who.email).length).toBe(1);
  await page.goto("/");
  await expect(page.getByText(missing)).toHaveCount(1);
});

test("where the page itself says it, the frame does not", async ({ page }) => {
  await asSomebody(page, { confirmed: false });
  await page.goto("/");
  await page.getByRole("link", { name: "Set up Google Authenticator instead" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two Factor Login");
  await expect(page.getByText(missing)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Send the e-mail again" })).toHaveCount(1);
  await page.getByRole("link", { name: "Sessions" }).click();
  await expect(page.getByText(missing)).toBeVisible();
});

test("whoever has set up what was missing is not told any more that it is, until it is missing again", async ({
  page,
}) => {
  await asSomebody(page, { confirmed: false });
  await page.goto("/my-settings");
  await page.getByRole("link", { name: "Set up Google Authenticator instead" }).click();
  await page.getByRole("button", { name: "Enable" }).click();
  const key = (await page.locator("code").first().innerText()).replaceAll(/\s/g, "");
  await page.getByLabel("Security code").fill(independentCode(key));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByLabel("I have saved my recovery codes").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL((url) => url.pathname === tab);
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profile");
  await expect(page.getByText(missing)).toHaveCount(0);

  await page.getByRole("link", { name: "Two Factor Login" }).click();
  await page.getByRole("link", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page).toHaveURL((url) => url.pathname === tab);
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByText(missing)).toBeVisible();
});

test("a recovery code that was used is told of on every page while it is news, with how many are left", async ({
  page,
}) => {
  const who = await asSomebody(page);
  await rows("update sessions set method = 'recovery-code' where user_id = $1", who.id);
  await page.goto("/my-settings/sessions");
  await expect(codeUsed(page)).toHaveText(/^You used a recovery code\. \d+ left\./);
  await page.goto("/");
  await expect(codeUsed(page)).toHaveCount(1);
  await page.getByRole("link", { name: "See how many recovery codes you have" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two Factor Login");
  await expect(codeUsed(page)).toHaveCount(0);

  await rows("update sessions set proved_at = proved_at - interval '11 minutes' where user_id = $1", who.id);
  await page.goto("/my-settings/sessions");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sessions");
  await expect(codeUsed(page)).toHaveCount(0);
});

const codeUsed = (page: Page) =>
  page.getByText("You used a recovery code").filter({ hasNot: page.locator("p") });
