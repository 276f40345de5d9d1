/** Browsers put back what was chosen when somebody goes back: never half of a form, and nothing that the page contradicts. */
import { asSomebody } from "../support/browser-session";
import { expect, test } from "../support/browser-test";
import { rows } from "../support/browser-world";
import { person } from "../support/world";

test("filters say what the list under them shows, also after going back", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  for (const [path, filter, chosen] of [
    ["/administration/users", "E-mail", "Not confirmed"],
    ["/administration/audit", "Result", "Failed"],
  ] as const) {
    await page.goto(path);
    const choice = page.getByRole("search").getByLabel(filter, { exact: true });
    const whole = await choice.inputValue();
    await choice.selectOption(chosen);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).not.toHaveURL(path);
    await expect(choice).not.toHaveValue(whole);
    await page.goBack();
    await expect(page).toHaveURL(path);
    await expect(choice).toHaveValue(whole);
  }
});

test("a user's form that was left unsaved is all as it was saved for whoever goes back to it", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const user = await person({ id: who.organisationId }, { name: "Jane Doe", role: "member" });
  const [team] = await rows(
    "insert into teams (id, organisation_id, name) values (gen_random_uuid(), $1, 'Workshop') returning id",
    who.organisationId,
  );
  await rows("insert into team_members (team_id, user_id) values ($1, $2)", team?.id, user.id);
  await page.goto(`/administration/users/${user.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
  await page.getByLabel("Role").selectOption("Administrator");
  await page.getByLabel("Workshop").uncheck();
  await page.goto("/login");
  await page.goBack();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Jane Doe");
  await expect(page.getByLabel("Role")).toHaveValue("member");
  await expect(page.getByLabel("Workshop")).toBeChecked();
});
