/** The main ways through the product with the keyboard alone: Tab, Enter, Space and the arrow keys. */
import type { Locator, Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, independentCode, somebody, test } from "../support/browser-test";
import { codeFor } from "../support/browser-world";
import { person } from "../support/world";

test("logging in with a code by e-mail", async ({ page }) => {
  const who = await somebody();
  await page.goto("/login");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await page.keyboard.type(who.email);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.keyboard.type(who.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/login/verify/email");

  await expect(page.getByLabel("Security code")).toBeFocused();
  await page.keyboard.type("12345");
  await page.keyboard.press("Enter");
  const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(alert).toBeFocused();
  await tabTo(page, alert.getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Security code")).toBeFocused();
  await page.keyboard.type(await codeFor(who.email));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(who.name);
});

test("enrolling an authenticator and saving its recovery codes", async ({ page }) => {
  await asSomebody(page, { confirmed: false });
  await page.goto("/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Two Factor Login", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/my-settings/two-factor-login");
  await tabTo(page, page.getByRole("button", { name: "Enable" }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();

  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
  await tabTo(page, page.getByLabel("Security code"));
  await page.keyboard.type(independentCode(key));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
  await tabTo(page, page.getByLabel("I have saved my recovery codes"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Continue" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/two-factor-login\?notice=codes-saved/);
});

test("changing a user's role", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator", name: "Ada Archer" });
  await person({ id: who.organisationId }, { name: "Zoe Zimmer" });
  await page.goto("/");
  await tabTo(page, page.getByRole("navigation").getByRole("link", { name: "Users" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Zoe Zimmer" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Role"));
  await page.keyboard.press("ArrowUp");
  await expect(page.getByLabel("Role")).toHaveValue("manager");
  await tabTo(page, page.getByRole("button", { name: "Save" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("The user is saved.")).toBeVisible();
});

/** Presses Tab until `target` has the focus, which must then be seen (WCAG 2.2, 2.4.7). */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
      return expect(outline, "the focus is seen").toBe("solid");
    }
  }
  throw new Error(`The keyboard does not reach ${target}`);
}
