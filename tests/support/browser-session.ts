/** Puts a browser where a test begins, without going through the pages that lead there. */
import type { Page } from "@playwright/test";
import { somebody } from "./browser-test";
import { givePassword, logIn, type Person, visitor } from "./world";

/** What is wished of the person, and whether their organisation asks for a second step. */
export type Wishes = Parameters<typeof somebody>[0] & { switchedOn?: boolean };

/** Logs a new person in; with an authenticator beside the e-mail, unless told otherwise. */
export async function asSomebody(page: Page, wishes: Wishes = {}): Promise<Person> {
  const authenticator = wishes.confirmed !== false;
  const who = await somebody({ authenticator, ...wishes }, { switchedOn: wishes.switchedOn });
  await keep(page, "__Host-twostep-session", (await logIn(who)).sessionToken);
  return who;
}

/** Gives the right password of a new person, and stops before the second step. */
export async function atSecondStep(page: Page, wishes: Wishes = {}): Promise<Person> {
  const who = await somebody(wishes, { switchedOn: wishes.switchedOn });
  if (wishes.withoutPassword) return who;
  // Each from another network: few of them are completed, and limits per source have tests of their own.
  const from = { ...visitor, address: crypto.randomUUID() };
  await keep(page, "__Host-twostep-pending", await givePassword(who, null, from));
  return who;
}

async function keep(page: Page, name: string, value: string): Promise<void> {
  const { hostname } = new URL(String(process.env.AUTH_URL));
  await page.context().addCookies([{ name, value, url: `https://${hostname}/`, httpOnly: true }]);
}
