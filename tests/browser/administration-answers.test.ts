/** What the administration answers: what was asked for is what is done, and what is done is what is said. */
import { asSomebody } from "../support/browser-session";
import { expect, test } from "../support/browser-test";
import { rows } from "../support/browser-world";
import { team } from "../support/staff";

test("methods that are chosen in the same save are saved with switching two-factor login off", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/settings/security");
  await page.getByLabel("Enable Two-factor user login").uncheck();
  await page.getByLabel("E-mail", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Switch it off" }).click();
  await expect(page.getByText("Security settings saved.")).toBeVisible();
  await expect(page.getByLabel("E-mail", { exact: true })).not.toBeChecked();
  const saved = "select two_factor_enabled, allowed_methods from organisations where id = $1";
  expect(await rows(saved, who.organisationId)).toEqual([
    { two_factor_enabled: false, allowed_methods: ["authenticator"] },
  ]);
});

test("a manager without a team is told to ask for one, and given no form that cannot be saved", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "manager" });
  const told = page.getByText("You are in no team yet");
  await page.goto("/administration/users");
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("heading", { name: "Add user" })).toBeVisible();
  await expect(told).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);

  await team({ id: who.organisationId }, "North", [who]);
  await page.reload();
  await expect(told).toHaveCount(0);
  await expect(page.getByLabel("North")).toBeChecked();
});

test("a team that is deleted is gone from the settings, which say so", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator" });
  const north = await team({ id: who.organisationId }, "North", [who]);
  await page.goto(`/administration/settings/teams/${north}`);
  await page.getByRole("button", { name: "Delete this team" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The team is deleted." })).toBeVisible();
  await expect(page.getByRole("link", { name: "North" })).toHaveCount(0);
});

test("a list that asks for a team that is gone says so where the team is chosen", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto(`/administration/users?team=${crypto.randomUUID()}`);
  await expect(page.getByLabel("Team", { exact: true })).toHaveText(/A team that is not there/);
  await expect(page.getByLabel("Team", { exact: true })).not.toHaveValue("");
});

test("a team that somebody else deleted meanwhile is said to be gone, by either form of its page", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  for (const button of ["Save", "Delete this team"]) {
    const north = await team({ id: who.organisationId }, "North", [who]);
    await page.goto(`/administration/settings/teams/${north}`);
    await rows("delete from teams where id = $1", north);
    await page.getByRole("button", { name: button }).click();
    await expect(page).toHaveURL(/\/administration\/settings\?/);
    await expect(page.getByRole("status").filter({ hasText: "That team is deleted already." })).toBeVisible();
  }
});

test("what the address says goes once a form of the page has an answer of its own", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/settings?notice=team-deleted");
  await expect(page.getByText("The team is deleted.")).toBeVisible();
  await page.getByLabel("Name of the new team").fill("West");
  await page.getByRole("button", { name: "Add team" }).click();
  await expect(page.getByText("West is added.")).toBeVisible();
  await expect(page.getByText("The team is deleted.")).toBeHidden();
});
