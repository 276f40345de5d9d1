/** A page that looks again by itself keeps the session of whoever opened it: one that was left alone must not. */
import type { Page, Route } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, test } from "../support/browser-test";
import { rows } from "../support/browser-world";

const rested = "this page has stopped following along";

test("a sending is looked at again until nobody has moved for ten minutes, and from the next sign on @javascript", async ({
  page,
}) => {
  await page.clock.install();
  const path = await sendingUnderWay(page);
  await page.goto(path);
  let looks = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === path) looks += 1;
  });

  await page.clock.runFor("00:04");
  await expect.poll(() => looks).toBeGreaterThan(0);
  await page.clock.fastForward("09:50");
  await page.keyboard.press("Shift");
  await page.clock.fastForward("09:50");
  await expect(page.getByText(rested)).toHaveCount(0);
  await page.clock.fastForward("00:11");
  await expect(page.getByRole("status").filter({ hasText: rested })).toBeVisible();
  await expect(page.getByRole("link", { name: "Show the present state" })).toBeVisible();

  await page.waitForLoadState("networkidle");
  looks = 0;
  await page.clock.fastForward("20:00");
  await page.clock.runFor("00:10");
  expect(looks).toBe(0);

  await page.mouse.move(5, 5);
  await page.mouse.move(9, 9);
  await expect.poll(() => looks).toBeGreaterThan(0);
  await expect(page.getByText(rested)).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  looks = 0;
  await page.clock.runFor("00:04");
  await expect.poll(() => looks).toBeGreaterThan(0);
});

test("a sending is followed through a restart of the server, and through a moment when it is too busy @javascript", async ({
  page,
}) => {
  await page.clock.install();
  const path = await sendingUnderWay(page);
  await page.goto(path);
  const title = page.getByRole("heading", { name: "Confirmation e-mails", level: 1 });
  await expect(title).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const nobodyAnswers = (route: Route) => route.abort("connectionrefused");
  const busy = (route: Route) => route.fulfill({ status: 503, body: "Busy. Try again in a second." });
  for (const fail of [nobodyAnswers, busy]) {
    let asked = 0;
    await page.route("**/*", (route) => {
      asked += 1;
      return fail(route);
    });
    for (const look of [1, 2]) {
      await page.clock.runFor("00:04");
      await expect.poll(() => asked).toBeGreaterThanOrEqual(look);
    }
    await page.unroute("**/*");
    const looked = page.waitForResponse((response) => new URL(response.url()).pathname === path);
    await page.clock.runFor("00:04");
    await looked;
  }
  await expect(title).toBeVisible();
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
});

test("to look again calls nobody back who reads further down @javascript", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 300 });
  await page.clock.install();
  const path = await sendingUnderWay(page);
  await page.goto(`${path}?notice=confirmed`);
  await expect(page.locator(":focus")).toContainText("Press the button again");
  // As after a click into the page, where nothing is to be pressed.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.wheel(0, 400);
  const whereItIs = () => page.evaluate(() => window.scrollY);
  await expect.poll(whereItIs).toBeGreaterThan(200);
  const before = await whereItIs();
  let looks = 0;
  page.on("response", (response) => {
    if (new URL(response.url()).pathname === path) looks += 1;
  });
  for (const look of [1, 2]) {
    await page.clock.runFor("00:04");
    await expect.poll(() => looks).toBeGreaterThanOrEqual(look);
    await page.waitForLoadState("networkidle");
  }
  expect(await page.locator(":focus").count()).toBe(0);
  expect(await whereItIs()).toBe(before);
});

test("without JavaScript it is loaded anew for ten minutes, in the view that was chosen @no-javascript", async ({
  page,
}) => {
  const path = await sendingUnderWay(page);
  await page.goto(`${path}?result=failed`);
  const again = page.locator("meta[http-equiv=refresh]");
  const [, pause, next = ""] = /^(\d+); url=(.*)$/.exec((await again.getAttribute("content")) ?? "") ?? [];
  expect(pause).toBe("3");
  const opened = new URL(next, page.url()).searchParams.get("opened");
  expect(new URL(next, page.url()).searchParams.get("result")).toBe("failed");
  await page.goto(next);
  await expect(again).toHaveAttribute("content", `3; url=${next}`);

  await page.goto(next.replace(String(opened), String(Number(opened) - 10 * 60_000)));
  // Looked for by where it stands: tests that look for words or roles pass over all that stands in there.
  const sentence = page.locator("noscript p");
  await expect(sentence).toContainText(rested);
  await expect(again).toHaveCount(0);
  await sentence.locator("a", { hasText: "Show the present state" }).click();
  await expect(page).toHaveURL(`${path}?result=failed`);
  await expect(again).toHaveCount(1);
});

/** The page of a sending that waits for the mail server; nobody in it, so that the queue leaves it alone. */
async function sendingUnderWay(page: Page): Promise<string> {
  const who = await asSomebody(page, { role: "administrator" });
  const id = crypto.randomUUID();
  await rows(
    `insert into resend_jobs (id, organisation_id, started_by, started_at, recipients, confirmed, deactivated,
       waiting_already, sent_meanwhile, next_try_at)
     values ($1, $2, $3, now(), 5, 0, 0, 0, 0, now() + interval '1 hour')`,
    id,
    who.organisationId,
    who.id,
  );
  return `/administration/users/resend/${id}`;
}
