/** Three languages: the person's choice, else the organisation's, else the browser's; on pages and in letters. */
import { asSomebody } from "../support/browser-session";
import { expect, givePassword, somebody, test, trouble } from "../support/browser-test";
import { letterTo, rows } from "../support/browser-world";

test.describe("in a Dutch browser", () => {
  test.use({ locale: "nl-NL" });

  test("strangers are spoken to in Dutch", async ({ page }) => {
    await page.goto("/login");
    await expect(page.locator("html")).toHaveAttribute("lang", "nl");
    await expect(page).toHaveTitle("Inloggen – Twostep");
    await page.getByRole("button", { name: "Inloggen" }).click();
    await expect(page).toHaveTitle("Fout: Inloggen – Twostep");
    await expect(page.getByRole("alert").filter({ hasText: "Er is een probleem" })).toContainText(
      "Vul je e-mailadres in.",
    );
  });

  test("a choice of one's own comes first, and can be taken back", async ({ page }) => {
    await asSomebody(page);
    await page.goto("/my-settings");
    await page.getByLabel("Taal").selectOption({ label: "Deutsch" });
    await page.getByRole("button", { name: "Opslaan" }).click();
    await expect(page.getByText("Ihre Angaben sind gespeichert.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profil");
    await page.getByLabel("Sprache").selectOption("");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByText("Je gegevens zijn opgeslagen.")).toBeVisible();
  });
});

test("letters and the second step speak the organisation's language to whoever has chosen none", async ({
  page,
}) => {
  const who = await somebody();
  await rows("update organisations set language = 'de' where id = $1", who.organisationId);
  await givePassword(page, who);
  await expect(page).toHaveURL("/login/verify/email");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByLabel("Sicherheitscode").fill("12345");
  await page.keyboard.press("Enter");
  await expect(trouble(page)).toContainText("Es gibt ein Problem");
  const { subject, html } = await letterTo(who.email);
  expect(subject).toMatch(/^Ihr Sicherheitscode für /);
  expect(html).toContain('lang="de"');
});

test("a new default language is confirmed in itself, like the page around the answer", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/settings");
  await page.getByLabel("Default language").selectOption({ label: "Deutsch" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByText("Allgemeine Einstellungen gespeichert.")).toBeVisible();
});
