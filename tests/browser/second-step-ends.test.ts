/** A second step that cannot be gone on with any more: whoever stands before it is told so, and led to where they can go on. */
import type { Page } from "@playwright/test";
import { asSomebody, atMailedCode, atSecondStep } from "../support/browser-session";
import { expect, giveCode, givePassword, pressLogIn, somebody, test } from "../support/browser-test";
import { codeFor, rows } from "../support/browser-world";
import type { Person } from "../support/world";

const waysOn: Record<string, (page: Page) => Promise<unknown>> = {
  "a code": (page) => giveCode(page, "123456"),
  "a press of Resend": (page) => page.getByRole("button", { name: "Resend code" }).click(),
  "a reload": (page) => page.reload(),
  "the way to help": (page) => page.getByRole("link", { name: "I cannot get any code" }).click(),
};

for (const [way, goOn] of Object.entries(waysOn))
  test(`once nothing can prove the second step any more, ${way} leads to a new login`, async ({ page }) => {
    const who = await atMailedCode(page);
    await allowOnly(who, "authenticator");
    await goOn(page);
    await expect(page.getByText("The ways to log in have changed. Log in again.")).toBeVisible();
    await page.goto("/login");
    await expect(page.getByText("You have begun to log in.")).toHaveCount(0);
    await page.getByLabel("E-mail address").fill(who.email);
    await page.getByLabel("Password", { exact: true }).fill(who.password);
    await pressLogIn(page);
    await expect(page).toHaveURL("/");
  });

for (const [way, goOn] of Object.entries(waysOn).slice(0, 3))
  test(`where another method is left, ${way} leads to it and says why`, async ({ page }) => {
    const who = await atSecondStep(page, { authenticator: true });
    await page.goto("/login/verify/email");
    await allowOnly(who, "authenticator");
    await goOn(page);
    await expect(page.getByText("That method cannot be used any more. Use another one.")).toBeVisible();
    await expect(page.getByRole("radio")).toHaveCount(1);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL("/login/verify/authenticator");
  });

test("a method that is taken away while it is chosen is not offered again", async ({ page }) => {
  const who = await atSecondStep(page, { authenticator: true });
  await page.goto("/login/verify");
  await page.getByRole("radio", { name: /^Google Authenticator/ }).check();
  await allowOnly(who, "email");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("That method cannot be used any more. Use another one.")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Google Authenticator/ })).toHaveCount(0);
});

const endings: Record<string, { end: string; sentence: string }> = {
  "has timed out": {
    end: "expires_at = now()",
    sentence: "longer than 10 minutes",
  },
  "has no tries left": { end: "tries_left = 1", sentence: "No tries are left" },
};

for (const [ending, { end, sentence }] of Object.entries(endings)) {
  test(`a step-up that ${ending} begins again, says why, and keeps the way back`, async ({ page }) => {
    const who = await steppingUp(page);
    await rows(`update pending_logins set ${end} where user_id = $1 and purpose = 'step-up'`, who.id);
    await giveCode(page, "000000");
    await expect(page).toHaveURL(/\/step-up\?next=%2Fmy-settings%2Fsessions&notice=/);
    await expect(page.getByText(sentence)).toBeVisible();
    await page.getByRole("link", { name: "Cancel" }).click();
    await expect(page).toHaveURL("/my-settings/sessions");
  });

  test(`a login that ${ending} says so, and keeps the page that was asked for`, async ({ page }) => {
    const who = await somebody();
    await page.goto("/my-settings/sessions");
    await page.getByLabel("E-mail address").fill(who.email);
    await page.getByLabel("Password", { exact: true }).fill(who.password);
    await pressLogIn(page);
    await expect(page).toHaveURL("/login/verify/email");
    await rows(`update pending_logins set ${end} where user_id = $1`, who.id);
    await giveCode(page, "000000");
    await expect(page).toHaveURL(/\/login\?next=%2Fmy-settings%2Fsessions&notice=/);
    await expect(page.getByText(sentence)).toBeVisible();
  });
}

test("a browser keeps a pending login long enough to say that it has timed out", async ({ page }) => {
  await givePassword(page, await somebody());
  await expect(page).toHaveURL("/login/verify/email");
  const { expires = 0 } = (await pendingLoginKept(page)) ?? {};
  expect(expires).toBeGreaterThan(Date.now() / 1000 + 3_600);
});

const leaving: Record<string, (page: Page, who: Person) => Promise<unknown>> = {
  "is inside": async (page, { email }) => {
    await giveCode(page, await codeFor(email));
    await expect(page).toHaveURL("/");
  },
  "has cancelled it": async (page) => {
    await page.getByRole("button", { name: "Cancel and log in as someone else" }).click();
    await expect(page).toHaveURL(/\/login(\?|$)/);
  },
  "begins anew": async (page, { id }) => {
    await rows(
      `with ended as (update pending_logins set sends_left = 0 where user_id = $1 returning id)
        update challenges set expires_at = now() from ended where pending_login_id = ended.id`,
      id,
    );
    await page.reload();
    await page.getByRole("button", { name: "Log in again" }).click();
    await expect(page).toHaveURL(/\/login(\?|$)/);
  },
};

for (const [end, leave] of Object.entries(leaving))
  test(`a browser keeps a pending login no longer than until it ${end}`, async ({ page }) => {
    const who = await somebody();
    await givePassword(page, who);
    await expect(page).toHaveURL("/login/verify/email");
    expect(await pendingLoginKept(page)).toBeDefined();
    await leave(page, who);
    expect(await pendingLoginKept(page)).toBeUndefined();
  });

const pendingLoginKept = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "__Host-twostep-pending");

test("a step-up that is cancelled at its second step leads back to where it began", async ({ page }) => {
  await steppingUp(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL("/my-settings/sessions");
});

test("a step-up that is cancelled does not lead to a page that asks for it", async ({ page }) => {
  await steppingUp(page, "/my-settings/two-factor-login/remove");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL("/my-settings/two-factor-login");
});

test("a step-up whose session has ended says so, and keeps the way back", async ({ page }) => {
  const who = await asSomebody(page);
  await page.goto("/step-up?next=/my-settings/sessions");
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await rows("update sessions set ended_at = now() where user_id = $1", who.id);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/login\?next=%2Fmy-settings%2Fsessions&notice=/);
  await expect(page.getByText("Your session has ended. Log in again to go on.")).toBeVisible();
});

/** Somebody inside who has given the password once more and stands before the second step of that proof. */
async function steppingUp(page: Page, next = "/my-settings/sessions"): Promise<Person> {
  const who = await asSomebody(page, { emailMethodEnabled: false });
  await page.goto(`/step-up?next=${next}`);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/login/verify/authenticator");
  return who;
}

/** What an administrator does meanwhile. */
async function allowOnly({ organisationId }: Person, method: "email" | "authenticator"): Promise<void> {
  await rows("update organisations set allowed_methods = $2 where id = $1", organisationId, [method]);
}
