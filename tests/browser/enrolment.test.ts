/** Turning Google Authenticator on: the QR code is read from the screen, the code comes from another program. */
import { execFileSync } from "node:child_process";
import { database } from "@/lib/database/connection";
import { mostFailuresInARow } from "@/lib/two-factor/policy";
import { newTotpSecret } from "@/lib/two-factor/totp";
import { sealTotpSecret } from "@/lib/two-factor/totp-secret";
import { asSomebody, enterByMail } from "../support/browser-session";
import {
  expect,
  giveCode,
  givePassword,
  independentCode,
  somebody,
  test,
  trouble,
} from "../support/browser-test";

const readQrCode = (picture: string) =>
  execFileSync("zbarimg", ["--quiet", "--raw", picture], { encoding: "utf8" }).trim();

test("an authenticator is enrolled by QR code, logs in, and a recovery code opens once", async ({
  page,
}, info) => {
  const who = await somebody();
  await enterByMail(page, who);
  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page).toHaveURL("/my-settings/two-factor-login/authenticator");

  const picture = info.outputPath("qr.png");
  await page.getByRole("img", { name: /^QR code/ }).screenshot({ path: picture });
  const uri = new URL(readQrCode(picture));
  expect(uri.protocol).toBe("otpauth:");
  expect(uri.host).toBe("totp");
  expect(decodeURIComponent(uri.pathname)).toBe(`/${who.organisation}:${who.email}`);
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({
    issuer: who.organisation,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  const secret = uri.searchParams.get("secret") ?? "";
  await expect(page.getByText((secret.match(/.{4}/g) ?? []).join(" "))).toBeVisible();

  await page.getByLabel("Security code").fill("000000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(trouble(page)).toContainText("That is not the code");
  await page.getByLabel("Security code").fill(independentCode(secret));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL("/my-settings/two-factor-login/recovery-codes");
  const codes = (await page.locator("main").innerText()).match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g) ?? [];
  expect(new Set(codes).size).toBe(10);
  const file = await page.request.get("/my-settings/two-factor-login/recovery-codes/download");
  for (const code of codes) expect(await file.text()).toContain(code);
  await page.getByLabel("I have saved my recovery codes").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/my-settings\/two-factor-login/);

  const [code = ""] = codes;
  await page.context().clearCookies();
  await givePassword(page, who);
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await giveCode(page, code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"));
  await expect(page).toHaveURL("/");

  await page.context().clearCookies();
  await givePassword(page, who);
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await giveCode(page, code);
  await expect(trouble(page)).toContainText("That recovery code was used already.");
});

test("recovery codes that nobody has saved are asked for, also when they can be read no more", async ({
  page,
}) => {
  const who = await asSomebody(page);
  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await expect(page).toHaveURL("/my-settings/two-factor-login/recovery-codes");
  const saved = page.getByLabel("I have saved my recovery codes");
  await expect(saved).toBeVisible();
  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("link", { name: "Save them now" }).click();
  await expect(saved).toBeVisible();

  // What ten minutes do.
  await database().deleteFrom("recovery_code_reveals").where("user_id", "=", who.id).execute();
  await page.goto("/");
  const asked = page.getByText("You have not said that you saved your recovery codes.");
  await expect(asked).toBeVisible();
  await asked.getByRole("link", { name: "Two Factor Login" }).click();
  await expect(page).toHaveURL("/my-settings/two-factor-login");
  await expect(asked).toBeVisible();
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await saved.check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/my-settings\/two-factor-login/);
  await expect(asked).toHaveCount(0);
});

test("recovery codes beside an authenticator that wrong codes have switched off are still told of", async ({
  page,
}) => {
  const who = await somebody();
  await enterByMail(page, who);
  const secret_sealed = sealTotpSecret(newTotpSecret(), who.id);
  await database()
    .insertInto("authenticators")
    .values({
      user_id: who.id,
      secret_sealed,
      enabled_at: new Date(),
      last_step: 0,
      failures_in_a_row: mostFailuresInARow,
    })
    .execute();
  await database()
    .insertInto("recovery_codes")
    .values({ user_id: who.id, code_digest: "one that nobody knows", created_at: new Date() })
    .execute();
  await page.goto("/my-settings/two-factor-login");
  await expect(page.getByText("1 code left")).toBeVisible();
  await expect(page.getByRole("button", { name: "New recovery codes" })).toHaveCount(0);
});

test("leaving an enrolment early changes nothing", async ({ page }) => {
  const who = await somebody();
  await enterByMail(page, who);
  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("button", { name: "Enable" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Enable" })).toBeVisible();
  await page.context().clearCookies();
  await givePassword(page, who);
  await expect(page).toHaveURL("/login/verify/email");
});

test("what an enrolment showed once is not shown again by the way back", async ({ page }) => {
  const who = await somebody();
  await enterByMail(page, who);
  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("button", { name: "Enable" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Enable" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "This setup has run out" })).toBeVisible();

  await page.getByRole("button", { name: "Start again" }).click();
  const secret = (await page.getByRole("code").innerText()).replaceAll(" ", "");
  await page.getByLabel("Security code").fill(independentCode(secret));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByLabel("I have saved my recovery codes").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Your recovery codes are saved.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Recovery codes are shown once" })).toBeVisible();
});

test("while two-factor login is switched off, nobody is asked whether to remove their authenticator", async ({
  page,
}) => {
  await asSomebody(page, { switchedOn: false });
  await page.goto("/my-settings/two-factor-login/remove");
  await expect(page).toHaveURL("/my-settings/two-factor-login");
});

test("copying says how it went beside its button, and moves no button @javascript", async ({ page }) => {
  await asSomebody(page);
  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("button", { name: "New recovery codes" }).click();
  const copy = page.getByRole("button", { name: "Copy", exact: true });
  await expect(copy).toBeVisible();
  const before = await copy.boundingBox();
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await copy.click();
  await expect(page.getByText("Your browser does not allow it.")).toBeVisible();
  expect(await copy.boundingBox()).toEqual(before);
});
