/** A forgotten password: one answer for everybody, and never a way around the second step. */

import { expect, giveCode, givePassword, somebody, test, trouble } from "../support/browser-test";
import { codeFor, letters, linkFor } from "../support/browser-world";

test("a reset by mail changes the password and still asks for the second step", async ({ page }) => {
  const who = await somebody();
  for (const email of ["nobody@example.com", who.email]) {
    await page.goto("/login");
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    await expect(page).toHaveURL("/forgotten-password");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("main").getByRole("button").click();
    await expect(page.getByRole("status").first()).not.toBeEmpty();
  }
  const link = await linkFor(who.email);
  expect(letters("nobody@example.com")).toEqual([]);
  await page.goto(link);
  const password = "lighthouse seven gravel";
  await page
    .getByLabel(/password/i)
    .first()
    .fill(password);
  await page
    .getByRole("main")
    .getByRole("button", { name: /password/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/login\?notice=password-changed/);

  await givePassword(page, who);
  await expect(trouble(page)).toContainText("not right");
  await givePassword(page, { email: who.email, password });
  await expect(page).toHaveURL("/login/verify/email");
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText(/used/);
});
