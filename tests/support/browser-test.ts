/** A browser test's own corner of the world: a network address of its own, and people of an organisation of its own. */
import { execFileSync } from "node:child_process";
import { test as base, expect, type Page } from "@playwright/test";
import { codeFor, linkFor } from "./browser-world";
import { organisation, type Person, person } from "./world";

export const test = base.extend<{ address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
  address: async ({}, use) => {
    const group = () => Math.floor(Math.random() * 65_536).toString(16);
    await use(`2001:db8:${group()}:${group()}::1`);
  },
  extraHTTPHeaders: async ({ address }, use) => use({ "x-forwarded-for": address }),
});

export { expect };

/** One person of a new organisation; see `organisation` and `person` for what may be wished. */
export async function somebody(
  wishes: Parameters<typeof person>[1] = {},
  of: Parameters<typeof organisation>[0] = {},
): Promise<Person & { organisation: string }> {
  const made = await organisation(of);
  return { ...(await person(made, wishes)), organisation: made.name };
}

/** Fills in the login and presses its button; where that leads is for the caller to expect. */
export async function givePassword(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await pressLogIn(page);
}

export async function pressLogIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

/** Asks for a link that resets the password of `email`; returns where it leads. */
export async function askForReset(page: Page, email: string): Promise<string> {
  await page.goto("/forgotten-password");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("main").getByRole("button").click();
  return linkFor(email);
}

/** Opens the mailed `link`, and changes the password to `password` by its form. */
export async function resetPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page
    .getByLabel(/password/i)
    .first()
    .fill(password);
  await page
    .getByRole("main")
    .getByRole("button", { name: /password/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/login\?notice=password-changed/);
}

/** What is wrong, as the page says it. (Next has an alert of its own outside of the page, for screen readers.) */
export const trouble = (page: Page) => page.getByRole("main").getByRole("alert");

/** Chooses a code by e-mail where there is a choice of methods. */
export async function chooseEmail(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /^E-mail/ }).check();
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Enters a security code and presses "Log in". */
export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(/^(Security|Recovery) code$/).fill(code);
  await pressLogIn(page);
}

/** The whole way in for somebody whose one method is e-mail. */
export async function logInByMail(page: Page, who: Person): Promise<void> {
  await givePassword(page, who);
  await expect(page).toHaveURL("/login/verify/email");
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
}

/** Gives a fresh proof at the step-up that the page was led to, for somebody whose one method is e-mail. */
export async function proveByMail(page: Page, who: Person): Promise<void> {
  await expect(page).toHaveURL(/\/step-up/);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/login/verify/email");
  await giveCode(page, await codeFor(who.email));
}

/** What an independent authenticator program (oathtool) shows for `secret` (base32), `seconds` from now. */
export function independentCode(secret: string, seconds = 0): string {
  const moment = `@${Math.floor(Date.now() / 1000) + seconds}`;
  return execFileSync("oathtool", ["--totp", "--base32", "--now", moment, secret], {
    encoding: "utf8",
  }).trim();
}
