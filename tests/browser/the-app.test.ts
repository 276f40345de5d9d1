/** "The App": the same pages installed, on a phone that loses its connection and switches to the mail app and back. */
import type { Page } from "@playwright/test";
import { asSomebody, atMailedCode, atSecondStep } from "../support/browser-session";
import { expect, giveCode, somebody, test } from "../support/browser-test";
import { codeFor, letters } from "../support/browser-world";
import type { Person } from "../support/world";

test("the manifest makes it an app, with icons of the sizes that it names", async ({ page, request }) => {
  await page.goto("/login");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(String(address))).json();
  expect(manifest).toMatchObject({ name: "Twostep", start_url: "/", display: "standalone" });
  expect(manifest.icons.map(({ sizes, purpose = "any" }: Icon) => `${sizes} ${purpose}`)).toEqual([
    "any any",
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
  for (const { src, sizes, type } of manifest.icons as Icon[]) {
    const answer = await request.get(src);
    expect(answer.headers()["content-type"]).toBe(type);
    if (type === "image/png") expect(widthOf(await answer.body())).toBe(Number.parseInt(sizes, 10));
  }
  const touchIcon = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
  expect(widthOf(await (await request.get(String(touchIcon))).body())).toBe(180);
});

test("the second step is as it was after the mail app, and resending is always at hand @javascript @phone", async ({
  page,
}) => {
  const who = await atMailedCode(page);
  const resend = page.getByRole("button", { name: "Resend code" });

  // Another app in front, and back: the page is told that it is seen again.
  await page.getByLabel("Security code").fill("48");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByRole("timer")).toContainText("The code works for");
  await expect(page.getByLabel("Security code")).toHaveValue("48");
  await expect(resend).toBeInViewport({ ratio: 1 });

  // The phone needed the memory: the page is read anew, or found in the browser's own.
  for (const comeBack of [() => page.reload(), () => page.goto("about:blank").then(() => page.goBack())]) {
    await comeBack();
    await expect(page.getByText("We sent a security code to")).toBeVisible();
    await expect(page.getByRole("timer")).toContainText("The code works for");
    await expect(resend).toBeInViewport({ ratio: 1 });
  }
  expect(letters(who.email)).toHaveLength(1);
  await resend.click();
  await expect(page.getByText(/We sent a new code at/)).toBeVisible();
  await giveCode(page, await codeFor(who.email, 2));
  await expect(page).toHaveURL("/");
});

test("an app that the phone has closed opens on the way back to the second step", async ({ page }) => {
  const who = await atSecondStep(page);
  await page.goto("/");
  await page.getByRole("link", { name: "Go on with the second step" }).click();
  await expect(page).toHaveURL("/login/verify/email");
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
});

test("a login that was finished elsewhere is inside when it is seen again @javascript", async ({
  page,
  context,
}) => {
  const who = await atMailedCode(page);
  const other = await context.newPage();
  await other.goto("/login/verify/email");
  await giveCode(other, await codeFor(who.email));
  await expect(other).toHaveURL("/");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page).toHaveURL("/");
});

test("a second step that is seen again while nobody answers keeps what was typed @javascript", async ({
  page,
  context,
}) => {
  const who = await atMailedCode(page);
  const code = page.getByLabel("Security code");
  await code.fill("48");
  const seenAgain = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  // The phone has a network by now, and the network no way out yet.
  await page.route("**/*", (route) => route.abort("internetdisconnected"));
  const failed = page.waitForEvent("requestfailed");
  await seenAgain();
  await failed;
  await page.unroute("**/*");
  await expect(code).toHaveValue("48");

  const other = await context.newPage();
  await other.goto("/login/verify/email");
  await giveCode(other, await codeFor(who.email));
  await expect(other).toHaveURL("/");
  await expect(code).toHaveValue("48");
  await seenAgain();
  await expect(page).toHaveURL("/");
});

test("without a connection there is a page that says so, and leads on when it is back @javascript @phone", async ({
  page,
  context,
}) => {
  await atHomeWithWorker(page);
  await context.setOffline(true);
  await page.goto("/my-settings");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(background, "the page has its colours").not.toBe("rgba(0, 0, 0, 0)");
  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page).toHaveURL("/my-settings");
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("so there is where the browser hands its worker an answer that is none, as Firefox does @javascript", async ({
  page,
  context,
}) => {
  await atHomeWithWorker(page);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("There is no worker");
  await worker.evaluate(
    'Object.defineProperty(FetchEvent.prototype, "preloadResponse", { get: async () => Response.error() })',
  );
  await context.setOffline(true);
  await page.goto("/my-settings");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
});

test("a form that finds no connection says so, and goes on when it is back @javascript", async ({
  page,
  context,
}) => {
  const who = await somebody();
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(
    page.getByText("There was no connection. Send it again when you are connected."),
  ).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(who.email);
  await context.setOffline(false);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/login/verify/email");
});

test("of all pages only the one without a connection is kept on the device @javascript", async ({ page }) => {
  const who = await atHomeWithWorker(page);
  await page.goto("/my-settings");
  const kept = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0] ?? "");
    const requests = await cache.keys();
    const texts = await Promise.all(requests.map(async (each) => (await cache.match(each))?.text()));
    return { paths: requests.map(({ url }) => new URL(url).pathname), all: texts.join("\n") };
  });
  expect(kept.paths.filter((path) => !path.endsWith(".css"))).toEqual(["/offline"]);
  expect(kept.all).not.toContain(who.email);
  expect(kept.all).not.toContain("<script");
});

test("the hint to install is quiet, and gone for good after Not now @javascript", async ({ page }) => {
  await asSomebody(page);
  await page.goto("/");
  const hint = page.getByRole("region", { name: "Keep Twostep at hand" });
  await expect(hint).toHaveCount(0);
  const offer = () =>
    page.evaluate(() => window.dispatchEvent(new Event("beforeinstallprompt", { cancelable: true })));
  // The hint listens as soon as JavaScript has taken over, which nobody can see.
  await expect(async () => {
    await offer();
    await expect(hint).toBeVisible({ timeout: 500 });
  }).toPass();
  await hint.getByRole("button", { name: "Not now" }).click();
  await expect(hint).toHaveCount(0);
  await page.reload();
  await page.waitForLoadState("networkidle");
  await offer();
  await expect(hint).toHaveCount(0);
});

/** At the home page, where the worker has what it keeps on the device. */
async function atHomeWithWorker(page: Page): Promise<Person> {
  const who = await asSomebody(page);
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  return who;
}

type Icon = { src: string; sizes: string; type: string; purpose?: string };

/** The width that a PNG says it has (PNG §11.2.2). */
const widthOf = (png: Buffer) => png.readUInt32BE(16);
