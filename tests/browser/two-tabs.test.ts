/** A page that was open while another tab did what it is about: it answers with what is so by then. */
import type { Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, independentCode, somebody, test, trouble } from "../support/browser-test";
import { linkFor, rows } from "../support/browser-world";
import { team } from "../support/staff";
import { person } from "../support/world";

const tab = "/my-settings/two-factor-login";

/** Another tab of the same browser, at `path`. */
async function another(page: Page, path: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(path);
  return other;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function renewCodes(page: Page): Promise<void> {
  await page.goto(tab);
  await press(page, "New recovery codes");
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
}

test("recovery codes that newer ones have made void are not ticked off in the place of those", async ({
  page,
}) => {
  await asSomebody(page);
  await renewCodes(page);
  const other = await another(page, tab);
  await renewCodes(other);
  const newer = await other.getByRole("list", { name: "Recovery codes" }).innerText();
  await page.getByLabel("I have saved my recovery codes").check();
  await press(page, "Continue");
  await expect(page.getByRole("main")).toContainText("The codes that this page showed before are void");
  expect(await page.getByRole("list", { name: "Recovery codes" }).innerText()).toBe(newer);
  await page.getByLabel("I have saved my recovery codes").check();
  await press(page, "Continue");
  await expect(page).toHaveURL(`${tab}?notice=codes-saved`);
  await press(other, "Continue");
  await expect(other).toHaveTitle(/^Recovery codes are shown once/);
});

test("an enrolment that was completed in another tab is not said to be cancelled", async ({ page }) => {
  await asSomebody(page, { confirmed: false });
  await page.goto(tab);
  await press(page, "Enable");
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  const other = await another(page, `${tab}/authenticator`);
  await other.getByLabel("Security code").fill(independentCode(secret));
  await press(other, "Save");
  await expect(other).toHaveURL(`${tab}/recovery-codes`);
  await press(page, "Cancel");
  await expect(page).toHaveURL(tab);
  await expect(page.getByRole("link", { name: "Remove" })).toBeVisible();
});

test("a preferred method that there is no choice of any more is refused where the choice was", async ({
  page,
}) => {
  const who = await asSomebody(page);
  await page.goto(tab);
  await rows(
    "update organisations set allowed_methods = '{authenticator}' where id = $1",
    who.organisationId,
  );
  await page.getByRole("radio", { name: "E-mail" }).check();
  await press(page, "Save");
  await expect(page.getByRole("main")).toContainText("Nothing was saved");
  await expect(page).toHaveTitle(/^Two Factor Login/);
});

test("whoever asks for the confirmation again is told that it was given meanwhile", async ({ page }) => {
  const who = await asSomebody(page, { confirmed: false, authenticator: true });
  await page.goto(tab);
  await rows("update users set email_confirmed_at = now() where id = $1", who.id);
  await press(page, "Send the e-mail again");
  await expect(page.getByRole("main")).toContainText("Your e-mail address is confirmed already");
});

test("a password that is typed with a confirmation, after another was chosen, is said not to be taken", async ({
  page,
}) => {
  const who = await somebody({ confirmed: false, withoutPassword: true });
  await page.goto("/verify-email?token=unknown");
  await page.getByLabel("E-mail address").fill(who.email);
  await press(page, "Send a new link");
  await page.goto(await linkFor(who.email));
  await page.getByLabel("Choose a password", { exact: true }).fill("nine herons leave the lake");
  await rows(
    "update users set password_hash = 'chosen in another tab', password_changed_at = now() where id = $1",
    who.id,
  );
  await press(page, "Verify");
  await expect(page.getByRole("main")).toContainText("Your e-mail address is confirmed.");
  await expect(page.getByRole("main")).toContainText("that one stays");
});

test("a profile that was opened before an Administrator renamed its owner leaves them that name", async ({
  page,
}) => {
  const who = await asSomebody(page, { name: "Jane Doe" });
  await page.goto("/my-settings");
  await rows("update users set name = 'Jane Roe' where id = $1", who.id);
  await page.getByLabel("Language").selectOption("de");
  await press(page, "Save");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Jane Roe");
});

test("also where the form came back with an error in between", async ({ page }) => {
  const who = await asSomebody(page, { name: "Jane Doe" });
  await page.goto("/my-settings");
  await rows("update users set name = 'Jane Roe' where id = $1", who.id);
  await page.getByLabel("Name", { exact: true }).fill("");
  await press(page, "Save");
  await expect(trouble(page)).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Jane Doe");
  await press(page, "Save");
  await expect(page.getByText("Your details are saved.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Jane Roe");
});

for (const act of ["added", "changed"])
  test(`a team that is deleted while a user is ${act} is said to be gone, and no try at a door`, async ({
    page,
  }) => {
    const who = await asSomebody(page, { role: "administrator" });
    const of = { id: who.organisationId };
    const jane = await person(of, { name: "Jane Doe" });
    const [north] = [await team(of, "North", [jane]), await team(of, "South")];
    await page.goto(`/administration/users/${act === "added" ? "new" : jane.id}`);
    const email = `roe-${crypto.randomUUID().slice(0, 8)}@example.com`;
    await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("North").check();
    await page.getByLabel("South").check();
    const other = await another(page, `/administration/settings/teams/${north}`);
    await press(other, "Delete this team");
    await expect(other.getByText("The team is deleted.")).toBeVisible();

    await press(page, "Save");
    await expect(trouble(page)).toContainText("A team that was chosen here is not there any more.");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Jane Roe");
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByLabel("North")).toHaveCount(0);
    await expect(page.getByLabel("South")).toBeChecked();
    await press(page, "Save");
    await expect(page.getByText(/^The user is (saved|added)/)).toBeVisible();
    const refusals = "select from audit_events where event = 'permission.refused' and organisation_id = $1";
    expect(await rows(refusals, who.organisationId)).toEqual([]);
  });
