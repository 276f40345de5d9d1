/** A forgotten password: one answer for everybody, and never a way around the second step. */
import { asSomebody } from "../support/browser-session";
import {
  askForReset,
  expect,
  giveCode,
  givePassword,
  resetPassword,
  somebody,
  test,
  trouble,
} from "../support/browser-test";
import { codeFor, letters, linkFor } from "../support/browser-world";

test("a reset by mail changes the password and still asks for the second step", async ({ page }) => {
  const who = await somebody();
  for (const email of ["nobody@example.com", who.email]) {
    await page.goto("/login");
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    await expect(page).toHaveURL("/forgotten-password");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("main").getByRole("button").click();
    await expect(page.getByRole("status").first()).not.toBeEmpty();
  }
  const link = await linkFor(who.email);
  expect(letters("nobody@example.com")).toEqual([]);
  const password = "lighthouse seven gravel";
  await resetPassword(page, link, password);
  // By which the browser is known: strangers who guess from others do not keep this one out.
  expect((await page.context().cookies()).map(({ name }) => name)).toContain("__Host-twostep-browser");

  await givePassword(page, who);
  await expect(trouble(page)).toContainText("not right");
  await givePassword(page, { email: who.email, password });
  await expect(page).toHaveURL("/login/verify/email");
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText("The password was changed with this link");
});

test("a reset where somebody else is logged in says whose password is changed, and who that is", async ({
  page,
}) => {
  const other = await asSomebody(page);
  const who = await somebody();
  const link = await askForReset(page, who.email);
  await page.goto(link);
  const password = "lighthouse seven gravel";
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Change password" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText(`The password of ${who.email} is changed.`);
  await expect(main).toContainText(`${other.email} is logged in here.`);

  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL("/login?notice=logged-out");
  await givePassword(page, { email: who.email, password });
  await expect(page).toHaveURL("/login/verify/email");
  await page.context().clearCookies();
  await page.goto(link);
  await expect(main).toContainText("The password was changed with this link");
  await expect(main).not.toContainText(who.email);
});

test("a confirmation where somebody else is logged in says which address is confirmed, and who that is", async ({
  page,
}) => {
  const other = await asSomebody(page);
  const who = await somebody({ confirmed: false });
  const main = page.getByRole("main");
  const confirm = async (email: string) => {
    await page.goto("/verify-email?token=unknown");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send a new link" }).click();
    await page.goto(await linkFor(email));
    await page.getByRole("button", { name: "Verify" }).click();
    await expect(page).toHaveURL("/verify-email/confirmed");
  };
  await confirm(who.email);
  await expect(main).toContainText(`${who.email} is confirmed.`);
  await expect(main).toContainText(`${other.email} is logged in here.`);
  await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();

  const own = await asSomebody(page, { confirmed: false });
  await confirm(own.email);
  await expect(main).toContainText("Your e-mail address is confirmed.");
  await expect(main).not.toContainText("logged in here");
});

test("a link that leads no further leads to the login, whoever used it", async ({ page }) => {
  for (const path of ["/reset-password?token=unknown", "/verify-email?token=unknown"]) {
    await page.goto(path);
    await page.getByRole("link", { name: "Back to the login" }).click();
    await expect(page).toHaveURL("/login");
  }
});

test("every password says whether it is the present one or a new one, and takes what is pasted", async ({
  page,
}) => {
  const passwords = async (path: string) => {
    await page.goto(path);
    const fields = page.locator("input[type=password]");
    await expect(fields.first()).toBeVisible();
    for (const field of await fields.all()) {
      expect(await field.getAttribute("onpaste")).toBeNull();
      await field.focus();
      await page.keyboard.insertText("lantern orchard violin");
      await expect(field).toHaveValue("lantern orchard violin");
    }
    return fields.evaluateAll((all) => all.map((each) => each.getAttribute("autocomplete")));
  };
  expect(await passwords("/login")).toEqual(["current-password"]);
  const who = await asSomebody(page);
  expect(await passwords("/step-up")).toEqual(["current-password"]);
  expect(await passwords("/my-settings")).toEqual(["current-password", "new-password"]);
  await page.context().clearCookies();
  expect(await passwords(await askForReset(page, who.email))).toEqual(["new-password"]);
});
