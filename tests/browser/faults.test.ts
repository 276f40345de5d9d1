/** A process that is killed between two steps of a login costs nobody anything but a press. */
import { atSecondStep } from "../support/browser-session";
import { expect, test } from "../support/browser-test";
import { rows } from "../support/browser-world";

test("a login that was verified and cut off before it got inside goes on where it was", async ({ page }) => {
  const { email } = await atSecondStep(page, { authenticator: true });
  await rows(
    `update pending_logins set verified_at = now(), verified_by = 'authenticator'
      where user_id = (select id from users where email = $1)`,
    email,
  );
  await page.goto("/login/verify/authenticator");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("verified");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/");
});

test("what says whether the product serves says so, and nothing else @javascript", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok" });
});
