/** A page that was open while the product was updated: its form names an action that the server does not know any more. */
import type { Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, test, trouble } from "../support/browser-test";

const outdated = (id: string) => `${id.slice(0, -8)}00000000`;

test("a form of an older build is not sent, says so and keeps what was typed @javascript", async ({
  page,
}) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/users/new");
  await page.route("**/*", async (route, request) => {
    const action = request.headers()["next-action"];
    if (!action) return route.continue();
    await route.continue({ headers: { ...request.headers(), "next-action": outdated(action) } });
  });
  await page.getByLabel("Name", { exact: true }).fill("Nina New");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("This page was updated while it was open: nothing was sent.");
  await expect(trouble(page)).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nina New");
});

test("without JavaScript it leads to a page that says so, and from there back @no-javascript", async ({
  page,
}) => {
  await page.goto("/login?next=%2Fmy-settings");
  await sendOutdated(page);
  await page.getByLabel("E-mail address").fill("ada@example.com");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing was sent");
  await page.getByRole("link", { name: "Open the page again" }).click();
  await expect(page).toHaveURL("/login?next=%2Fmy-settings");
});

/** Changes the action in each form that is sent from now on. */
async function sendOutdated(page: Page): Promise<void> {
  await page.route("**/*", async (route, request) => {
    if (request.method() !== "POST") return route.continue();
    const sent = request.postDataBuffer()?.toString("latin1") ?? "";
    const postData = Buffer.from(sent.replaceAll(/[0-9a-f]{42}/g, outdated), "latin1");
    await route.continue({ postData });
  });
}
