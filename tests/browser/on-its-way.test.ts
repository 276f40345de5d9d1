/** Pages come when they are whole: there is no skeleton, so what was pressed must be seen to be on its way. */
import type { Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, test } from "../support/browser-test";

/** Where the bar stands is where nothing else is: what is read and pressed stays where it was. */
const placesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("h1, main a, main button, nav a")].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [part.textContent, x, y, width, height];
    }),
  );

for (const motion of ["no-preference", "reduce"] as const) {
  test(`a page that takes its time is seen to be on its way, and nothing moves for it: ${motion} @javascript`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: motion });
    await asSomebody(page, { role: "administrator" });
    await page.goto("/");
    const bar = page.locator(".on-its-way");

    for (const [role, name, path] of [
      ["link", "Users", "/administration/users"],
      ["link", "Name", "/administration/users"],
      ["button", "Resend E-mail confirmations", "/administration/users/resend"],
      ["link", "Back to the users", "/administration/users"],
      ["button", "Add user", "/administration/users/new"],
    ] as const) {
      const letGo = await hold(page, path);
      const before = await placesOf(page);
      await page.getByRole(role, { name, exact: true }).first().click();
      await expect(bar).toBeVisible();
      expect(await bar.boundingBox()).toMatchObject({ x: 0, y: 0, width: page.viewportSize()?.width });
      expect(await placesOf(page)).toEqual(before);
      await expect(bar).toHaveAttribute("aria-hidden", "true");
      letGo();
      await expect(page).toHaveURL((url) => url.pathname === path);
      await expect(bar).toHaveCount(0);
    }
  });
}

test("so is one that the account menu leads to, which closes over its links @javascript", async ({
  page,
}) => {
  await asSomebody(page);
  await page.goto("/");
  const letGo = await hold(page, "/my-settings");
  await page.getByRole("button", { name: /Account menu/ }).click();
  await page.getByRole("link", { name: "My settings" }).click();
  await expect(page.locator(".on-its-way")).toBeVisible();
  letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profile");
});

test("what begins something is a button, and its page knows the view that it was pressed in", async ({
  page,
}) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/users?search=nobody&status=active");
  await page.getByRole("button", { name: "Resend E-mail confirmations" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Resend E-mail confirmations");
  await expect(page.getByText("The list shows nobody.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the users" }).click();
  await expect(page.getByLabel("Search by name or e-mail")).toHaveValue("nobody");
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add user");
});

/** Keeps back what the server answers about `path`, until it is let go. */
async function hold(page: Page, path: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      await promise;
      await route.continue();
    },
  );
  return resolve;
}
