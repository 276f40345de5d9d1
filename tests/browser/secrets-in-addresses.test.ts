/** What a browser asks for stands in histories, in logs of proxies and in what other sites are told (ASVS 5.0, 14.2.1). */
import type { Page } from "@playwright/test";
import {
  askForReset,
  expect,
  giveCode,
  givePassword,
  independentCode,
  resetPassword,
  somebody,
  test,
} from "../support/browser-test";
import { codeFor } from "../support/browser-world";
import { leaksIn, type Secret } from "../support/leaks";

type Asked = { url: string; referer: string | undefined };

/** All that the browser of `page` asks for from now on, and what it says that it comes from. */
function noting(page: Page): Asked[] {
  const asked: Asked[] = [];
  page.on("request", (request) => asked.push({ url: request.url(), referer: request.headers().referer }));
  return asked;
}

/** What is kept in cookies just now: each opens something. */
const kept = async (page: Page): Promise<Secret[]> =>
  (await page.context().cookies()).map(({ name, value }) => ({ what: name, value }));

test("no password, code, secret or token stands in an address, but a mailed link's in that of its own page", async ({
  page,
}) => {
  const who = await somebody();
  const asked = noting(page);

  const link = new URL(await askForReset(page, who.email));
  const password = "lighthouse seven gravel";
  await resetPassword(page, link.href, password);

  await givePassword(page, { email: who.email, password });
  await expect(page).toHaveURL("/login/verify/email");
  const secrets = await kept(page);
  const code = await codeFor(who.email);
  await giveCode(page, code);
  await expect(page).toHaveURL("/");
  secrets.push(...(await kept(page)));

  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("button", { name: "Enable" }).click();
  const shown = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText();
  const secret = shown.replaceAll(" ", "");
  const confirming = independentCode(secret);
  await page.getByLabel("Security code").fill(confirming);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL("/my-settings/two-factor-login/recovery-codes");
  const codes = (await page.locator("main").innerText()).match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g) ?? [];
  await page.getByLabel("I have saved my recovery codes").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/my-settings\/two-factor-login/);
  secrets.push(...(await kept(page)));

  await page.context().clearCookies();
  await givePassword(page, { email: who.email, password });
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await giveCode(page, codes[0] ?? "");
  await expect(page).toHaveURL("/");
  secrets.push(...(await kept(page)));

  secrets.push(
    { what: "the former password", value: who.password },
    { what: "the password", value: password },
    { what: "the code by e-mail", value: code },
    { what: "the authenticator's secret", value: secret },
    { what: "the authenticator's code", value: confirming },
    ...codes.map((value) => ({ what: "a recovery code", value })),
  );
  expect(secrets.length).toBeGreaterThan(20);
  // Decoded, because a browser writes a space of a password as %20 or as +.
  const addresses = asked.map(({ url }) => decodeURIComponent(url).replaceAll("+", " "));
  expect(leaksIn(addresses.join("\n"), secrets)).toEqual([]);

  const token = link.searchParams.get("token") ?? "";
  const ofLink = asked.filter(({ url }) => url.includes(token)).map(({ url }) => new URL(url));
  expect(ofLink.length).toBeGreaterThan(0);
  expect(ofLink.filter(({ host, pathname }) => host !== link.host || pathname !== link.pathname)).toEqual([]);
  expect(asked.filter(({ referer }) => referer?.includes("token="))).toEqual([]);
  expect(asked.filter(({ url }) => new URL(url).host !== link.host && !url.startsWith("data:"))).toEqual([]);
});
