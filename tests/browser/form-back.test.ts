/** A form that comes back is noticed by whoever cannot see it, with JavaScript and without. */
import { asSomebody } from "../support/browser-session";
import { expect, givePassword, somebody, test } from "../support/browser-test";

test("the title says Error until the form is right", async ({ page }) => {
  const who = await somebody();
  await givePassword(page, { ...who, password: "quite the wrong one" });
  await expect(page).toHaveTitle("Error: Log in – Twostep");
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await givePassword(page, who);
  await expect(page).toHaveTitle(`Check your e-mail – ${who.organisation}`);
});

test("also inside, where the organisation names the page", async ({ page }) => {
  const who = await asSomebody(page, { name: "Ada Archer" });
  await page.goto("/my-settings");
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveTitle(/^Error: Profile – /);
  await page.getByLabel("Name", { exact: true }).fill(who.name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveTitle(/^Profile – /);
});

test("a screen reader listens already where an answer will stand @javascript", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/settings/security");
  const answer = page.getByRole("main").getByRole("status");
  await expect(answer).toBeEmpty();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(answer).toHaveText("Security settings saved.");
});

test("what a button has done has the focus once the button has gone", async ({ page }) => {
  await asSomebody(page);
  await page.goto("/my-settings/two-factor-login");
  for (const [button, answer] of [
    ["Turn off", "E-mail is off"],
    ["Turn on", "E-mail is on"],
  ] as const) {
    await page.getByRole("button", { name: button }).press("Enter");
    await expect(page.locator(":focus")).toContainText(answer);
  }
});

test("so it has where a form of the next page says it", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/settings/security?switch-off&methods=email,authenticator");
  await page.getByRole("button", { name: "Switch it off" }).press("Enter");
  await expect(page.locator(":focus")).toHaveText("Security settings saved.");
});

test("why a login has ended is read out with the field that has the focus", async ({ page }) => {
  await page.goto("/login?notice=no-tries-left");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription(/^No tries are left/);
  await asSomebody(page);
  await page.goto("/step-up?notice=no-tries-left");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /^No tries are left/,
  );
});

test("whoever wants less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/users");
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .map((element) => getComputedStyle(element))
      .filter(({ transitionDuration, animationDuration }) =>
        // Nor a very short one: see app/globals.css.
        [transitionDuration, animationDuration].some((duration) => Number.parseFloat(duration) > 0),
      ),
  );
  expect(moving).toHaveLength(0);
});
