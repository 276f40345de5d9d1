/** The browsers that are known of somebody, as they see them under their settings. */
import { asSomebody, enterByMail } from "../support/browser-session";
import { expect, somebody, test } from "../support/browser-test";
import { rows } from "../support/browser-world";
import type { Person } from "../support/world";

test("a browser that one does not recognise is forgotten, and the present one is marked", async ({
  page,
}) => {
  const who = await somebody();
  await enterByMail(page, who);
  await useAnother(who);
  await page.goto("/my-settings/two-factor-login");
  await expect(page.getByRole("heading", { name: "Trusted browsers" })).toBeVisible();
  const browser = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(browser("This browser")).toContainText("Chrome");
  await browser("Firefox on Windows").getByRole("button", { name: "Forget" }).click();
  await expect(page.getByText("That browser is forgotten")).toBeVisible();
  await expect(browser("Firefox on Windows")).toHaveCount(0);
  await expect(browser("This browser")).toHaveCount(1);
  expect(await rows("select user_agent from known_browsers where user_id = $1", who.id)).toHaveLength(1);
});

/** Another browser of `who`, seen days ago. */
const useAnother = ({ id }: Person) =>
  rows(
    `insert into known_browsers (user_id, browser_digest, user_agent, first_seen_at, last_seen_at)
    values ($1, 'of another', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0',
      now() - interval '9 days', now() - interval '3 days')`,
    id,
  );

test("the newest answer is the one that stands, and not that of a form before", async ({ page }) => {
  await useAnother(await asSomebody(page));
  await page.goto("/my-settings/two-factor-login");
  for (const left of [1, 0]) {
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Your preferred method is saved.")).toBeVisible();
    await page.getByRole("button", { name: "Forget" }).first().click();
    await expect(page.getByRole("button", { name: "Forget" })).toHaveCount(left);
    await expect(page.getByText("That browser is forgotten")).toBeVisible();
    await expect(page.getByText("Your preferred method is saved.")).toBeHidden();
    // What is focused is read out.
    await expect(page.locator(":focus")).toContainText("That browser is forgotten");
  }
});
