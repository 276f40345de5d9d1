/** A form may be open longer than the session of whoever fills it in: nothing typed is lost, nor saved for others. */
import type { Page } from "@playwright/test";
import type { Transaction } from "@/lib/database/transaction";
import { endAllBecause } from "@/lib/sessions/end-sessions";
import { lockUsers } from "@/lib/sessions/ending-queries";
import { asSomebody } from "../support/browser-session";
import { chooseEmail, expect, giveCode, pressLogIn, test, trouble } from "../support/browser-test";
import { codeFor, rows } from "../support/browser-world";
import { comingBetween } from "../support/lock-order";
import {
  appCode,
  giveCode as enterCode,
  givePassword,
  type Person,
  person,
  somewhere,
} from "../support/world";

const nameOf = async (id: string) => (await rows("select name from users where id = $1", id))[0]?.name;

test("a form stays where it is when the session ends, and the same press saves it after a login in a new tab @javascript", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const user = await person({ id: who.organisationId }, { name: "Jane Doe" });
  await page.goto(`/administration/users/${user.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
  await leaveIdle(who);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("Your session has ended, and nothing is saved yet.");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Jane Roe");
  expect(await nameOf(user.id)).toBe("Jane Doe");

  const opened = page.context().waitForEvent("page");
  await trouble(page).getByRole("link", { name: "Log in (opens in a new tab)" }).click();
  const tab = await opened;
  await logInHere(tab, who);
  await expect(tab.getByText("Close this tab and press the button again")).toBeVisible();
  await tab.close();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The user is saved.")).toBeVisible();
  expect(await nameOf(user.id)).toBe("Jane Roe");
});

test("so it does when a second step comes due, and the same press saves it after the proof in a new tab @javascript", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator", authenticator: false, switchedOn: false });
  const user = await person({ id: who.organisationId }, { name: "Jane Doe" });
  await page.goto(`/administration/users/${user.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
  await rows("update organisations set two_factor_enabled = true where id = $1", who.organisationId);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("A second step is needed now, and nothing is saved yet.");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Jane Roe");
  expect(await nameOf(user.id)).toBe("Jane Doe");

  const opened = page.context().waitForEvent("page");
  await trouble(page).getByRole("link", { name: "Confirm that it is you (opens in a new tab)" }).click();
  const tab = await opened;
  await tab.getByLabel("Password", { exact: true }).fill(who.password);
  await tab.getByRole("button", { name: "Continue" }).click();
  await giveCode(tab, await codeFor(who.email));
  await expect(tab.getByText("Close this tab and press the button again")).toBeVisible();
  await tab.close();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The user is saved.")).toBeVisible();
  expect(await nameOf(user.id)).toBe("Jane Roe");
});

test("without JavaScript it leads to the login, and back with the word that nothing was saved @no-javascript", async ({
  page,
}) => {
  const who = await asSomebody(page);
  await page.goto("/my-settings");
  await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
  await leaveIdle(who);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await logInHere(page, who);
  await expect(page).toHaveURL((url) => url.pathname === "/my-settings");
  await expect(page.getByText("Nothing was saved yet")).toBeVisible();
  expect(await nameOf(who.id)).not.toBe("Jane Roe");
});

test("one that waits in the database until its session is ended says the same, and is not saved", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const user = await person({ id: who.organisationId }, { name: "Jane Doe" });
  await page.goto(`/administration/users/${user.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
  const ending = async (trx: Transaction) => {
    await lockUsers(trx, who.organisationId, [who.id]);
    await endAllBecause(trx, who.id, "ended-by-administrator");
  };
  await comingBetween(ending, () => page.getByRole("button", { name: "Save" }).click());
  await expect(page.getByText("Your session has ended")).toBeVisible();
  expect(await nameOf(user.id)).toBe("Jane Doe");
});

test("a form of somebody who is gone is not saved for whoever has logged in since", async ({ page }) => {
  await asSomebody(page, { role: "administrator", name: "Ada Archer" });
  await page.goto("/my-settings");
  await page.getByLabel("Name", { exact: true }).fill("Ada Smith");
  const other = await asSomebody(page, { role: "administrator", name: "Bea Baker" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody else is logged in here now. Nothing was saved.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Bea Baker");
  expect(await nameOf(other.id)).toBe("Bea Baker");

  await page.getByLabel("Name", { exact: true }).fill("Bea Butler");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => nameOf(other.id)).toBe("Bea Butler");
});

test("a button of somebody who is gone does nothing for whoever has logged in since", async ({ page }) => {
  const standing = (who: Person) =>
    rows(
      `select email_method_enabled, enabled_at, count(*) as live from users
       join authenticators on authenticators.user_id = users.id
       join sessions on sessions.user_id = users.id and ended_at is null
       where users.id = $1 group by users.id, enabled_at`,
      who.id,
    );
  const inTwoBrowsers = async () => {
    const who = await asSomebody(page, { authenticator: true });
    // As by the first login ever, of which no letter tells.
    await rows("update users set last_login_at = null where id = $1", who.id);
    const elsewhere = somewhere();
    const token = await givePassword(who, null, elsewhere);
    await enterCode(token, "authenticator", appCode(who, 1), elsewhere);
    return who;
  };
  for (const [path, button] of [
    ["two-factor-login", "Turn off"],
    ["two-factor-login/remove", "Remove"],
    ["sessions", "End all other sessions"],
  ] as const) {
    await inTwoBrowsers();
    await page.goto(`/my-settings/${path}`);
    const other = await inTwoBrowsers();
    const before = await standing(other);
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText("Somebody else is logged in here now.")).toBeVisible();
    expect(await standing(other)).toEqual(before);
  }
});

/** Longer than anybody may. */
async function leaveIdle({ id }: Person): Promise<void> {
  await rows(
    "update sessions set last_seen_at = last_seen_at - interval '31 minutes' where user_id = $1",
    id,
  );
}

async function logInHere(page: Page, who: Person): Promise<void> {
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await pressLogIn(page);
  await chooseEmail(page);
  await giveCode(page, await codeFor(who.email));
}
