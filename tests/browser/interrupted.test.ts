/** Whoever is led away to prove who they are comes back to the page alone: it says of nothing that it was done. */
import type { Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, pressLogIn, proveByMail, test } from "../support/browser-test";
import { rows } from "../support/browser-world";
import { type Person, person } from "../support/world";

const said = (page: Page, sentence: string) => page.getByRole("main").getByText(sentence);

// With JavaScript it waits where it is: see left-behind.
test("a form that the login came in between is not said to be saved, whatever was saved before it @no-javascript", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/settings/security");
  await page.getByLabel("Enable Two-factor user login").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Switch it off" }).click();
  await expect(said(page, "Security settings saved.")).toBeVisible();

  await endSessionOf(who);
  await page.getByLabel("Enable Two-factor user login").check();
  await page.getByRole("button", { name: "Save" }).click();
  await logInAgain(page, who);
  await expect(page.getByRole("heading", { name: "Security", level: 1 })).toBeVisible();
  await expect(said(page, "Nothing was saved yet")).toBeVisible();
  await expect(said(page, "Security settings saved.")).toHaveCount(0);
  await expect(page.getByLabel("Enable Two-factor user login")).not.toBeChecked();
});

test("what an address says of a user is not said again after a login, nor is a page called a form", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator", switchedOn: false });
  const user = await person({ id: who.organisationId });
  await page.goto(`/administration/users/${user.id}?notice=two-factor-reset`);
  await expect(page.getByRole("status").filter({ hasText: "Two-factor login is reset" })).toBeVisible();
  await endSessionOf(who);
  await page.reload();
  await logInAgain(page, who);
  await expect(page).toHaveURL(`/administration/users/${user.id}`);
  await expect(said(page, "Nothing was saved yet")).toHaveCount(0);
});

test("nor after a proof that has come due", async ({ page }) => {
  const who = await asSomebody(page, { authenticator: false, switchedOn: false });
  await switchOn(who);
  await page.goto("/my-settings/two-factor-login?notice=email-on");
  await proveByMail(page, who);
  await expect(page).toHaveURL("/my-settings/two-factor-login");
});

test("a form that a proof came in between says that nothing was saved yet @no-javascript", async ({
  page,
}) => {
  const who = await asSomebody(page, { authenticator: false, name: "Ada Archer", switchedOn: false });
  await page.goto("/my-settings");
  await switchOn(who);
  await page.getByLabel("Name", { exact: true }).fill("Ada Brown");
  await page.getByRole("button", { name: "Save" }).click();
  await proveByMail(page, who);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada Archer");
  await expect(page.getByRole("status").filter({ hasText: "Nothing was saved yet" })).toBeVisible();

  await page.getByLabel("Name", { exact: true }).fill("Ada Brown");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(said(page, "Your details are saved.")).toBeVisible();
  await expect(said(page, "Nothing was saved yet")).toBeHidden();
});

test("a download that the login came in between leads back to its list, as it was filtered", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator", switchedOn: false });
  await page.goto("/administration/users?role=administrator");
  await endSessionOf(who);
  await page.getByRole("link", { name: "Download CSV" }).click();
  await logInAgain(page, who);
  await expect(page).toHaveURL(/\/administration\/users\?role=administrator/);
  await expect(said(page, "Press the button again")).toBeVisible();
});

async function endSessionOf({ id }: Person): Promise<void> {
  await rows("update sessions set ended_at = now() where user_id = $1", id);
}

async function switchOn({ organisationId }: Person): Promise<void> {
  await rows("update organisations set two_factor_enabled = true where id = $1", organisationId);
}

/** By the password alone: the organisation asks for no second step. */
async function logInAgain(page: Page, who: Person): Promise<void> {
  await expect(said(page, "Your session has ended.")).toBeVisible();
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await pressLogIn(page);
  await expect(page).not.toHaveURL(/\/login/);
}
