/** Whoever proved long ago who they are loses nothing by having to do so again, and is told what was not done. */
import type { Page } from "@playwright/test";
import { asSomebody, enterByMail } from "../support/browser-session";
import { expect, logInByMail, proveByMail, somebody, test, trouble } from "../support/browser-test";
import { rows } from "../support/browser-world";
import { team } from "../support/staff";
import { logIn, type Person, person } from "../support/world";

test("a form is refused where it stands, with its values and the way to a fresh proof", async ({ page }) => {
  const who = await administratorWithOldProof(page);

  await page.goto("/administration/settings/security");
  await page.getByLabel("Google Authenticator", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("Confirm first that it is you");
  await expect(trouble(page)).toContainText("Nothing is saved yet.");
  await expect(page.getByLabel("Google Authenticator", { exact: true })).not.toBeChecked();
  await proveInNewTab(page, who);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Security settings saved.")).toBeVisible();
  await expect(page.getByLabel("Google Authenticator", { exact: true })).not.toBeChecked();

  await letProofAge(who);
  await page.goto("/administration/settings");
  const name = `Renamed ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Organisation name").fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("Nothing is saved yet.");
  await expect(page.getByLabel("Organisation name")).toHaveValue(name);
  await expect(page.getByRole("link", { name: /opens in a new tab/ })).toBeVisible();
});

test("a proof is asked for at the fields that need one, of those that one may change", async ({ page }) => {
  const who = await somebody({ role: "manager" });
  const colleague = await person({ id: who.organisationId });
  await team({ id: who.organisationId }, "Support", [who, colleague]);
  await enterByMail(page, who);
  await letProofAge(who);
  const wayToProof = /opens in a new tab/;
  await page.goto(`/administration/users/${colleague.id}`);
  await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription(wayToProof);
  await expect(page.getByLabel("Status")).toHaveAccessibleDescription(wayToProof);
  await expect(page.getByLabel("Role")).not.toHaveAccessibleDescription(wayToProof);

  await rows("update users set role = 'administrator' where id = $1", who.id);
  await page.goto(`/administration/users/${colleague.id}`);
  await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription(wayToProof);
  await expect(page.getByLabel("Role")).toHaveAccessibleDescription(wayToProof);
  await expect(page.getByLabel("Status")).toHaveAccessibleDescription(wayToProof);
  await page.goto("/administration/users/new");
  await expect(page.getByLabel("Status")).not.toHaveAccessibleDescription(wayToProof);
  await expect(page.getByLabel("E-mail address")).not.toHaveAccessibleDescription(wayToProof);
  await expect(page.getByLabel("Role")).toHaveAccessibleDescription(wayToProof);
});

test("a user is deactivated at the second press, and the first one keeps what was chosen", async ({
  page,
}) => {
  const who = await administratorWithOldProof(page);
  const user = await person({ id: who.organisationId });
  await page.goto(`/administration/users/${user.id}`);
  await page.getByLabel("Status").selectOption("Deactivated");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("Nothing is saved yet.");
  await expect(page.getByLabel("Status")).toHaveValue("deactivated");
  expect(await rows("select status from users where id = $1", user.id)).toEqual([{ status: "active" }]);
  await proveInNewTab(page, who);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The user is saved.")).toBeVisible();
  expect(await rows("select status from users where id = $1", user.id)).toEqual([{ status: "deactivated" }]);
});

test("the sessions of a user end at the second press, and the first one says that it ended none", async ({
  page,
}) => {
  const who = await administratorWithOldProof(page);
  const user = await person({ id: who.organisationId }, { authenticator: true });
  await logIn(user);
  await page.goto(`/administration/users/${user.id}`);
  await page.getByRole("button", { name: "End all sessions" }).click();
  await expect(trouble(page)).toContainText("No session has ended yet.");
  await proveInNewTab(page, who);
  await page.getByRole("button", { name: "End all sessions" }).click();
  await expect(page.getByText("All sessions of this user have ended.")).toBeVisible();
});

test("whoever works down a list comes back to its filter and page, also after a proof, a save and a reset", async ({
  page,
}) => {
  const who = await administratorWithOldProof(page);
  const of = { id: who.organisationId };
  const first = await person(of, { name: "Aaron Aardvark", confirmed: false });
  await person(of, { name: "Una Newton", confirmed: false, authenticator: true });
  const list = `/administration/users?email=not-confirmed&after=${first.id}`;
  const leadsBack = async () => {
    await page.getByRole("link", { name: "Users", exact: true }).and(page.locator("header > a")).click();
    await expect(page).toHaveURL(list);
    await page.getByRole("link", { name: "Una Newton" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Una Newton");
  };
  await page.goto(`${list}&next=//evil.example`);
  await page.getByRole("link", { name: "Una Newton" }).click();
  await leadsBack();

  await page.getByLabel("Role").selectOption("Manager");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("Nothing is saved yet.");
  await proveInNewTab(page, who);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The user is saved.")).toBeVisible();
  await leadsBack();

  await page.getByRole("link", { name: "Reset two-factor login" }).click();
  await page.getByLabel("Reason").fill("Called back on the known number");
  await page.getByRole("button", { name: "Reset two-factor login" }).click();
  await expect(page.getByText("Two-factor login is reset.")).toBeVisible();
  await leadsBack();
});

test("a button says after the proof that it is to be pressed again", async ({ page, browser }) => {
  const who = await administratorWithOldProof(page);
  await logInByMail(await browser.newPage({ extraHTTPHeaders: { "x-forwarded-for": "2001:db8::78" } }), who);
  await letProofAge(who);
  await page.goto("/my-settings/sessions");
  await page.getByRole("button", { name: "End all other sessions" }).click();
  await prove(page, who);
  await expect(page).toHaveURL(/\/my-settings\/sessions/);
  await expect(page.getByRole("status").filter({ hasText: "Press the button again" })).toContainText(
    "nothing was done yet",
  );
  await page.getByRole("button", { name: "End all other sessions" }).click();
  await expect(page.getByText("All your other sessions have ended.")).toBeVisible();
  await expect(page.getByText("Press the button again")).toHaveCount(0);
});

test("so does a download", async ({ page }) => {
  const who = await administratorWithOldProof(page);
  await page.goto("/administration/users?role=administrator");
  await page.getByRole("link", { name: "Download CSV" }).click();
  await prove(page, who);
  await expect(page).toHaveURL(/\/administration\/users\?role=administrator/);
  await expect(page.getByText("Press the button again")).toBeVisible();
});

test("a new password that was sent too late is said not to be saved, where it can be sent once more", async ({
  page,
}) => {
  const who = await somebody();
  await enterByMail(page, who);
  await page.goto("/my-settings");
  await letProofAge(who);
  await changePassword(page, who);
  await prove(page, who);
  await expect(page).toHaveURL(/\/my-settings\?/);
  await expect(page.getByText("Nothing was saved yet: send it once more.")).toBeVisible();
  await expect(page.getByLabel("Current password")).toHaveValue("");
  await changePassword(page, who);
  await expect(page.getByText("Your password is changed")).toBeVisible();
});

test("a button that was pressed again is not said to have done nothing", async ({ page }) => {
  const who = await asSomebody(page);
  await page.goto("/my-settings?notice=confirmed");
  await expect(page.getByText("nothing was done yet")).toBeVisible();
  await changePassword(page, who);
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await expect(page.getByText("nothing was done yet")).toBeHidden();
});

test("a page that asks for a proof is there after it, and says nothing of buttons", async ({ page }) => {
  const who = await asSomebody(page);
  await letProofAge(who);
  await page.goto("/my-settings/two-factor-login/remove");
  await expect(page).toHaveURL(/\/step-up/);
  // Whoever leaves is not sent back to where they would be asked again.
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL("/my-settings/two-factor-login");
  await expect(page.getByText("Press the button again")).toHaveCount(0);
});

async function administratorWithOldProof(page: Page): Promise<Person> {
  const who = await somebody({ role: "administrator" });
  await enterByMail(page, who);
  await letProofAge(who);
  return who;
}

async function letProofAge({ id }: Person): Promise<void> {
  await rows("update sessions set proved_at = proved_at - interval '11 minutes' where user_id = $1", id);
}

async function changePassword(page: Page, who: Person): Promise<void> {
  await page.getByLabel("Current password").fill(who.password);
  await page.getByLabel("New password").fill("a quite new password of mine");
  await page.getByRole("button", { name: "Change password" }).click();
}

/** On pages of the step-up that say why they ask. */
async function prove(page: Page, who: Person): Promise<void> {
  await expect(page.getByText("This needs a fresh proof that it is you.")).toBeVisible();
  await proveByMail(page, who);
}

async function proveInNewTab(page: Page, who: Person): Promise<void> {
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Confirm that it is you (opens in a new tab)" }).first().click();
  const tab = await opened;
  await prove(tab, who);
  await expect(tab.getByText("Close this tab")).toBeVisible();
  await tab.close();
}
