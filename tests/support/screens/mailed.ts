/** The ways to screens that a letter has to do with. */
import type { Page } from "@playwright/test";
import { atSecondStep, type Wishes } from "../browser-session";
import { pressLogIn } from "../browser-test";
import { linkFor, rows } from "../browser-world";
import { press, trouble } from "./screen";

/** "Check your e-mail" with a code on its way; after `typed` was tried, and after `before` happened to the code. */
export const mailed =
  (typed?: string, before?: (email: string) => Promise<unknown>) => async (page: Page) => {
    const { email } = await atSecondStep(page);
    await page.goto("/login/verify/email");
    await press(page, "Resend code");
    await page.getByRole("status").filter({ hasText: "We sent a new code" }).waitFor();
    await before?.(email);
    if (typed === undefined) return;
    await page.getByLabel("Security code").fill(typed);
    await pressLogIn(page);
    await trouble(page);
  };

/** Moves the newest code of `email` out of its 90 seconds. */
export const codeRunsOut = (email: string) =>
  rows(
    `update challenges set expires_at = expires_at - interval '91 seconds' where pending_login_id in
      (select pending_logins.id from pending_logins join users on users.id = user_id where email = $1)`,
    email,
  );

/** The page behind a mailed link, which a new person asks for at `ask` by pressing `button`. */
export const linked = (ask: string, wishes: Wishes, button: string) => async (page: Page) => {
  const { email } = await atSecondStep(page, wishes);
  await page.goto(ask);
  await page.getByLabel("E-mail address").fill(email);
  await press(page, button);
  await page.getByRole("status").filter({ hasText: "If that address" }).waitFor();
  await page.goto(await linkFor(email));
};
