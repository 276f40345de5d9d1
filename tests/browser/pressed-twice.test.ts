/** Without JavaScript a browser drops the answer to the first of two presses: the second says what is so by then. */
import type { Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { askForReset, expect, somebody, test } from "../support/browser-test";
import { letters, letterTo, linkFor, rows } from "../support/browser-world";
import { person } from "../support/world";

/** What a page says, without what its scripts are given. */
const textOf = (html: string) => html.replace(/<script\b.*?<\/script>/gs, "").replace(/<[^>]+>/g, " ");

/** Presses the button `name` twice, and returns what the second press is answered. */
async function pressTwice(page: Page, name: string) {
  const form = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name, exact: true }).click();
  const sent = await form;
  const answer = await page.request.post(sent.url(), {
    headers: { ...sent.headers(), origin: new URL(page.url()).origin },
    data: sent.postDataBuffer() ?? Buffer.alloc(0),
  });
  return { status: answer.status(), leadsTo: answer.url(), said: textOf(await answer.text()) };
}

test("whoever presses Save twice has saved once, and nobody else is blamed @no-javascript", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const user = await person({ id: who.organisationId }, { name: "Jane Doe" });
  const saveTwice = async (sentence: string) => {
    const { status, said } = await pressTwice(page, "Save");
    expect(status).toBe(200);
    expect(said).not.toMatch(/Someone else|in another tab/);
    expect(said).toContain(sentence);
  };
  await page.goto(`/administration/users/${user.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
  await saveTwice("The user is saved.");
  await page.goto("/administration/settings");
  await page.getByLabel("Organisation name").fill(`Renamed ${who.organisationId}`);
  await saveTwice("General settings saved.");
});

test("whoever resets two-factor login twice has reset it once, and mails one letter @no-javascript", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const user = await person({ id: who.organisationId }, { authenticator: true });
  await page.goto(`/administration/users/${user.id}/reset-two-factor`);
  await page.getByLabel("Reason").fill("Called back on the known number");
  const { said } = await pressTwice(page, "Reset two-factor login");
  expect(said).toContain("Nothing was left to reset");
  await letterTo(user.email);
  expect(letters(user.email)).toHaveLength(1);
  expect(
    await rows("select from audit_events where event = 'two-factor.reset' and target_id = $1", user.id),
  ).toHaveLength(1);
});

test("whoever changes their password twice reads that it is changed @no-javascript", async ({ page }) => {
  const who = await asSomebody(page);
  await page.goto("/my-settings");
  await page.getByLabel("Current password").fill(who.password);
  await page.getByLabel("New password").fill("nine herons leave the lake");
  const { said } = await pressTwice(page, "Change password");
  expect(said).toMatch(/Your password was changed at \d\d:\d\d:\d\d/);
});

test("whoever resets their password twice reads that it is changed @no-javascript", async ({ page }) => {
  const who = await somebody();
  const link = await askForReset(page, who.email);
  await page.goto(link);
  await page.getByLabel("New password").fill("nine herons leave the lake");
  const { said } = await pressTwice(page, "Change password");
  expect(said).toContain("The password was changed with this link");
  expect(said).toMatch(/at \d\d:\d\d:\d\d [A-Z]+\. /);
  expect(said).toContain("If it was you, log in with the new password.");
  // Whoever else has the link is told no more than that.
  expect(said).not.toContain(who.email);
});

test("whoever confirms an address twice where somebody else is logged in is told who that is @no-javascript", async ({
  page,
}) => {
  const other = await asSomebody(page);
  const who = await somebody({ confirmed: false });
  await page.goto("/verify-email?token=unknown");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByRole("button", { name: "Send a new link" }).click();
  await page.goto(await linkFor(who.email));
  const { said } = await pressTwice(page, "Verify");
  expect(said).toContain("Your e-mail address is confirmed already");
  expect(said).toContain(`${other.email} is logged in here.`);
  // Whoever else has the link is told no address by it.
  expect(said).not.toContain(who.email);
});

test("whoever adds a user twice is led to the one whom they have added @no-javascript", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  const email = `new-${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.goto("/administration/users/new");
  await page.getByLabel("Name", { exact: true }).fill("Nina New");
  await page.getByLabel("E-mail address").fill(email);
  const { leadsTo, said } = await pressTwice(page, "Save");
  const [added] = await rows<{ id: string }>("select id from users where email = $1", email);
  expect(leadsTo).toContain(`/administration/users/${added?.id}`);
  expect(said).toContain("This user is there already");
  await letterTo(email);
  expect(letters(email)).toHaveLength(1);
});
