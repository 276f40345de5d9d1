/** The deployed product lets its first Administrator in, and asks nobody else for anything on the way. */
import { expect, test } from "@playwright/test";
import { createAdministrator } from "@/lib/organisations/create-administrator";
import { letters, rows } from "../support/browser-world";

const password = "lantern orchard violin";

test("the Administrator of the command line logs in", async ({ page }) => {
  const { email } = await administrator("Ada Lovelace");
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("navigation", { name: "Administration" })).toBeVisible();
  expect(letters(email)).toEqual([]);
  const [live] = await rows<{ count: number }>(
    "select count(*)::int from sessions join users on users.id = user_id where email = $1 and ended_at is null",
    email,
  );
  expect(live?.count).toBe(1);
});

test("a page behind the login sends strangers to it, and back afterwards", async ({ page }) => {
  const { email } = await administrator("Grace Hopper");
  await page.goto("/administration/users");
  await expect(page).toHaveURL(/\/login\?/);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/administration/users");
});

test("the login page asks only its own server, and breaks no rule of its own @phone", async ({ page }) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto("/login");
  await page.waitForLoadState("networkidle");
  expect([...new Set(asked)]).toEqual([new URL(page.url()).origin]);
  expect(complaints).toEqual([]);
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(screen);
});

/** A new Administrator of a new organisation: tests beside each other never meet. */
async function administrator(name: string): Promise<{ email: string }> {
  const number = crypto.randomUUID().slice(0, 8);
  const email = `${name.split(" ")[0]?.toLowerCase()}.${number}@example.com`;
  const made = await createAdministrator({ organisation: `Acme ${number}`, name, email, password });
  expect(made.ok).toBe(true);
  return { email };
}
