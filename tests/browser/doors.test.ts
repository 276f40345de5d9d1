/** Every door × everybody who may come by × two organisations: who gets in, and what the others are told. */
import { expect, test } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { rows } from "../support/browser-world";
import { type Access, pages, permissionIn, routes } from "../support/doors";
import {
  addressOf,
  expectedAnswer,
  knock,
  knockers,
  meaningOf,
  type TwoOrganisations,
  twoOrganisations,
} from "../support/knock";

let world: TwoOrganisations;

test.beforeAll(async () => {
  world = await twoOrganisations();
});

const doors: [string, Access][] = [
  ...Object.entries(pages),
  ...Object.entries(routes).flatMap(([door, access]): [string, Access][] => {
    const [method, path = ""] = door.split(" ");
    return method === "GET" ? [[path, access]] : [];
  }),
];

for (const [path, access] of doors) {
  test(`${path} opens for ${access}, and for nobody else @javascript`, async () => {
    for (const knocker of knockers) {
      const answer = await knock(addressOf(path, world.ids), { session: world.sessions[knocker] });
      expect(`${knocker}: ${meaningOf(answer)}`).toBe(`${knocker}: ${expectedAnswer(path, access, knocker)}`);
    }
  });
}

test("a door that is there for others looks like one that is nowhere @javascript", async () => {
  const session = world.sessions.member;
  const looks = async (path: string) => {
    const answer = await knock(path, { session });
    const html = await answer.text();
    return [answer.status, /<title>(.*?)<\/title>/.exec(html)?.[1], /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]];
  };
  const nowhere = await looks("/nowhere-at-all");
  expect(nowhere).toEqual([404, expect.stringMatching(/^Page not found – Acme/), "Page not found"]);
  for (const path of ["/administration/users", "/administration/audit", "/administration/users/[id]"])
    expect(await looks(addressOf(path, world.ids))).toEqual(nowhere);
});

test("a page that somebody may not know of is not named by its title, either", async ({ page }) => {
  await asSomebody(page);
  for (const path of ["/administration/settings", "/administration/audit", "/administration/users/resend"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page).toHaveTitle(/^Page not found/);
  }
});

test("what is not found stands in the frame, which is still one page", async ({ page }) => {
  await asSomebody(page);
  await page.goto("/administration/users");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(1);
});

test("a form that its sender may not send any more is answered by a whole page", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/settings");
  await rows("update users set role = 'member' where id = $1", who.id);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page).toHaveTitle(/^Page not found – Acme/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("body")).toHaveCSS("margin", "0px");
});

test("a file that is not somebody's is a page that says so, and recovery codes that are gone lead to their page", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/users");
  await rows("update users set role = 'member' where id = $1", who.id);
  await page.getByRole("link", { name: "Download CSV" }).click();
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(page).toHaveTitle("Page not found – Twostep");
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page).toHaveURL("/");

  await page.goto("/my-settings/two-factor-login/recovery-codes/download");
  await expect(page.getByRole("heading", { name: "Recovery codes are shown once" })).toBeVisible();
});

test("every page inside has the way out, each of its own @javascript", async () => {
  let shown = 0;
  for (const [path, access] of Object.entries(pages)) {
    const isInside = access.startsWith("signed in") || permissionIn(access).permission !== undefined;
    // Whoever owes no second step there came from a page that has it, and goes back to that.
    if (!isInside || path === "/step-up") continue;
    const answer = await knock(addressOf(path, world.ids), { session: world.sessions.administrator });
    // To the page that it is done on by now.
    if (answer.status === 307) continue;
    shown += 1;
    const forms = (await answer.text()).match(/<form[^>]*action="\/log-out"[^>]*>/g);
    expect([path, forms]).toEqual([path, [expect.stringContaining('method="post"')]]);
  }
  expect(shown).toBeGreaterThan(12);
});

test("password managers are led to where a password is changed @javascript", async () => {
  const answer = await knock("/.well-known/change-password", { session: world.sessions.member });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/my-settings"]);
});

test("a session that was altered, ended or never given opens nothing @javascript", async () => {
  const real = world.sessions.administrator ?? "";
  const altered = `${real.startsWith("A") ? "B" : "A"}${real.slice(1)}`;
  for (const session of [altered, "", "null", "undefined", "x".repeat(4_000), `${real}.${real}`, "%00"])
    expect(meaningOf(await knock("/administration/users", { session }))).toBe("to the login");
});

test("headers that only the inside may set change nothing @javascript", async () => {
  const headers = {
    "x-middleware-subrequest": Array(5).fill("proxy").join(":"),
    "x-middleware-next": "1",
    "x-twostep-path": "/",
    "x-forwarded-host": "evil.example",
    "x-original-url": "/login",
  };
  const answer = await knock("/administration/users", { headers });
  expect(meaningOf(answer)).toBe("to the login");
  expect(answer.headers.get("location")).not.toContain("evil.example");
});
