/** Puts a browser where a test begins, without going through the pages that lead there. */
import type { Page } from "@playwright/test";
import { somebody } from "./browser-test";
import { codeFor } from "./browser-world";
import { giveCode, givePassword, logIn, type Person, visitor } from "./world";

/** What is wished of the person, and whether their organisation asks for a second step. */
export type Wishes = Parameters<typeof somebody>[0] & { switchedOn?: boolean };

/** Logs a new person in; with an authenticator beside the e-mail, unless told otherwise. */
export async function asSomebody(page: Page, wishes: Wishes = {}): Promise<Person> {
  const authenticator = wishes.confirmed !== false;
  const who = await somebody({ authenticator, ...wishes }, { switchedOn: wishes.switchedOn });
  await keep(page, "__Host-twostep-session", (await logIn(who)).sessionToken);
  return who;
}

/** Logs `who` in, whose one method is e-mail; the browser is known from then on. */
export async function enterByMail(page: Page, who: Person): Promise<void> {
  const token = await givePassword(who, null, elsewhere());
  const opened = await giveCode(token, "email", await codeFor(who.email), elsewhere());
  await keep(page, "__Host-twostep-session", opened.sessionToken);
  await keep(page, "__Host-twostep-browser", opened.browserToken);
}

/** Gives the right password of a new person, and stops before the second step. */
export async function atSecondStep(page: Page, wishes: Wishes = {}): Promise<Person> {
  const who = await somebody(wishes, { switchedOn: wishes.switchedOn });
  if (wishes.withoutPassword) return who;
  await keep(page, "__Host-twostep-pending", await givePassword(who, null, elsewhere()));
  return who;
}

/** The same for somebody whose one method is e-mail: the page that asks for the code is open, and the code on its way. */
export async function atMailedCode(page: Page): Promise<Person> {
  const who = await atSecondStep(page);
  await page.goto("/login/verify/email");
  return who;
}

/** Each from another network: few logins are completed, and limits per source have tests of their own. */
const elsewhere = () => ({ ...visitor, address: crypto.randomUUID() });

async function keep(page: Page, name: string, value: string): Promise<void> {
  const { hostname } = new URL(String(process.env.AUTH_URL));
  await page.context().addCookies([{ name, value, url: `https://${hostname}/`, httpOnly: true }]);
}
