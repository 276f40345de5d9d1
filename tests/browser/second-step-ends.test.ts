/** A second step that cannot be gone on with any more: whoever stands before it is told so, and led to where they can go on. */
import type { Page } from "@playwright/test";
import { atSecondStep } from "../support/browser-session";
import { expect, giveCode, givePassword, pressLogIn, somebody, test } from "../support/browser-test";
import { rows } from "../support/browser-world";
import type { Person } from "../support/world";

const waysOn: Record<string, (page: Page) => Promise<unknown>> = {
  "a code": (page) => giveCode(page, "123456"),
  "a press of Resend": (page) => page.getByRole("button", { name: "Resend code" }).click(),
  "a reload": (page) => page.reload(),
  "the way to help": (page) => page.getByRole("link", { name: "I cannot get any code" }).click(),
};

for (const [way, goOn] of Object.entries(waysOn))
  test(`once nothing can prove the second step any more, ${way} leads to a new login`, async ({ page }) => {
    const who = await somebody();
    await givePassword(page, who);
    await expect(page).toHaveURL("/login/verify/email");
    await allowOnly(who, "authenticator");
    await goOn(page);
    await expect(page.getByText("The ways to log in have changed. Log in again.")).toBeVisible();
    await page.goto("/login");
    await expect(page.getByText("You have begun to log in.")).toHaveCount(0);
    await page.getByLabel("E-mail address").fill(who.email);
    await page.getByLabel("Password", { exact: true }).fill(who.password);
    await pressLogIn(page);
    await expect(page).toHaveURL("/");
  });

for (const [way, goOn] of Object.entries(waysOn).slice(0, 3))
  test(`where another method is left, ${way} leads to it and says why`, async ({ page }) => {
    const who = await atSecondStep(page, { authenticator: true });
    await page.goto("/login/verify/email");
    await allowOnly(who, "authenticator");
    await goOn(page);
    await expect(page.getByText("That method cannot be used any more. Use another one.")).toBeVisible();
    await expect(page.getByRole("radio")).toHaveCount(1);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL("/login/verify/authenticator");
  });

test("a method that is taken away while it is chosen is not offered again", async ({ page }) => {
  const who = await atSecondStep(page, { authenticator: true });
  await page.goto("/login/verify");
  await page.getByRole("radio", { name: /^Google Authenticator/ }).check();
  await allowOnly(who, "email");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("That method cannot be used any more. Use another one.")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Google Authenticator/ })).toHaveCount(0);
});

/** What an administrator does meanwhile. */
async function allowOnly({ organisationId }: Person, method: "email" | "authenticator"): Promise<void> {
  await rows("update organisations set allowed_methods = $2 where id = $1", organisationId, [method]);
}
