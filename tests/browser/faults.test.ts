/** What fails between two steps of a login costs nobody anything but a press, and lets nobody in. */
import type { Page } from "@playwright/test";
import { asSomebody, atSecondStep } from "../support/browser-session";
import { expect, giveCode, independentCode, test } from "../support/browser-test";
import { rows } from "../support/browser-world";
import { type SecondInstance, startSecondInstance } from "../support/second-instance";

let second: SecondInstance;
test.beforeAll(async () => {
  second = await startSecondInstance();
});
test.afterAll(() => second.kill());
test.beforeEach(() => second.mend());

/** The number of the answer to what `press` sends. */
async function answered(page: Page, press: () => Promise<unknown>): Promise<number> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await press();
  return (await answer).status();
}

const sessionsOf = async (email: string) =>
  (
    await rows(
      "select 1 from sessions where user_id = (select id from users where email = $1) and ended_at is null",
      email,
    )
  ).length;

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

test("a login begun on one instance is finished on another, and its session is known to both", async ({
  page,
}) => {
  const who = await atSecondStep(page, { authenticator: true });
  await page.goto("/login/verify/authenticator");
  const code = independentCode(who.secret);
  await page.goto(`${second.origin}/login/verify/authenticator`);
  await giveCode(page, code);
  await expect(page).toHaveURL(`${second.origin}/`);
  await page.goto("/");
  await expect(page).toHaveURL("/");
  expect(await sessionsOf(who.email)).toBe(1);
});

test("a database that goes away in the midst of a login is answered 503, lets nobody in, and the login goes on", async ({
  page,
}) => {
  const who = await atSecondStep(page, { authenticator: true });
  await page.goto(`${second.origin}/login/verify/authenticator`);
  second.cut();
  await page.getByLabel("Security code").fill(independentCode(who.secret));
  const press = () => page.getByRole("button", { name: "Log in", exact: true }).click();
  expect(await answered(page, press)).toBe(503);
  expect((await page.request.get(`${second.origin}/api/health`)).status()).toBe(503);
  expect(await sessionsOf(who.email)).toBe(0);

  second.mend();
  await page.goto(`${second.origin}/login/verify/authenticator`);
  await giveCode(page, independentCode(who.secret));
  await expect(page).toHaveURL(`${second.origin}/`);
});

test("a session that cannot be asked for opens no page, and does again when it can @no-javascript", async ({
  page,
}) => {
  await asSomebody(page);
  const visit = async () => (await page.goto(`${second.origin}/my-settings`))?.status();
  expect(await visit()).toBe(200);
  second.cut();
  expect(await visit()).toBe(503);
  second.mend();
  expect(await visit()).toBe(200);
});

const headingOf = (page: Page) => page.getByRole("heading", { level: 1 });

test.describe("a page that could not be made says so, and is made when it is tried again @javascript", () => {
  const ways: Record<string, (page: Page) => Promise<unknown>> = {
    "asked for by itself": (page) => page.goto(`${second.origin}/my-settings`),
    "led to by a page": (page) => page.getByRole("link", { name: "Profile" }).first().click(),
  };
  test.beforeEach(async ({ page }) => {
    await asSomebody(page);
    await page.goto(`${second.origin}/`);
  });

  for (const [way, go] of Object.entries(ways)) {
    test(way, async ({ page }) => {
      second.cut();
      await go(page);
      await expect(headingOf(page)).toHaveText("Something went wrong");
      await expect(page).toHaveTitle("Something went wrong");
      second.mend();
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(headingOf(page)).toHaveText("Profile");
      await expect(page).toHaveTitle(/^Profile – /);
    });
  }
});

test("an instance that is killed between two steps takes no login with it @no-javascript", async ({
  page,
}) => {
  const dying = await startSecondInstance();
  const who = await atSecondStep(page, { authenticator: true });
  await page.goto(`${dying.origin}/login/verify/authenticator`);
  await dying.kill();
  await page.goto("/login/verify/authenticator");
  await giveCode(page, independentCode(who.secret));
  await expect(page).toHaveURL("/");
});

test("an instance whose log nobody reads any more serves people all the same @javascript", async ({
  request,
}) => {
  const unread = await startSecondInstance();
  const health = async () => (await request.get(`${unread.origin}/api/health`)).status();
  unread.leaveLog();
  // There is a line to be written about that.
  unread.cut();
  expect(await health()).toBe(503);
  unread.mend();
  await expect.poll(health).toBe(200);
  await unread.kill();
});

test("what says whether the product serves says so, and nothing else @javascript", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok" });
});
