/** An administrator brings a user in: switch, user, activation, and the user's first login. */
import type { Locator } from "@playwright/test";
import { asSomebody, enterByMail } from "../support/browser-session";
import {
  chooseEmail,
  expect,
  giveCode,
  givePassword,
  independentCode,
  proveByMail,
  somebody,
  test,
  trouble,
} from "../support/browser-test";
import { codeFor, letters, linkFor, rows } from "../support/browser-world";
import { person, setOrganisation } from "../support/world";

test("a switched-on organisation, an added user, a confirmed address, a login with the second step", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator", name: "Ada Archer" }, { switchedOn: false });
  await givePassword(page, who);
  await expect(page).toHaveURL("/");

  await page.goto("/administration/settings/security");
  await page.getByLabel("Enable Two-factor user login").check();
  await expect(page.getByLabel("E-mail", { exact: true })).toBeChecked();
  await expect(page.getByLabel("Google Authenticator", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Security settings saved.")).toBeVisible();

  // The policy bites at the next request: the administrator proves a second step, too.
  await page.goto("/administration/users");
  await proveByMail(page, who);
  await expect(page).toHaveURL("/administration/users");

  const email = `new-${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.getByRole("button", { name: "Add user" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Nina New");
  await page.getByLabel("E-mail address").fill(email);
  await expect(page.getByLabel("Send activation E-mail")).toBeChecked();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("the activation e-mail is on its way")).toBeVisible();
  await expect(page.getByText("Never", { exact: true })).toHaveCount(0);
  const link = await linkFor(email);
  expect(letters(email)[0]?.text).toContain("Ada Archer");

  await page.context().clearCookies();
  await page.goto(link);
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByLabel("Choose a password").fill("too short");
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(trouble(page)).toContainText("15");
  const password = "lighthouse seven gravel";
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("heading", { name: "Your e-mail address is confirmed." })).toBeVisible();
  await page.goto(link);
  await expect(page.getByText(/confirmed already|is confirmed/)).toBeVisible();

  await givePassword(page, { email, password });
  await expect(page).toHaveURL("/login/verify/email");
  await giveCode(page, await codeFor(email));
  await expect(page).toHaveURL("/");
});

test("who logged in by e-mail is asked for the authenticator at the next page, once e-mail is not allowed", async ({
  page,
}) => {
  const who = await somebody({ authenticator: true });
  await givePassword(page, who);
  await chooseEmail(page);
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");

  await rows(
    "update organisations set allowed_methods = '{authenticator}' where id = $1",
    who.organisationId,
  );
  await page.goto("/my-settings");
  await expect(page).toHaveURL(/\/step-up/);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/login/verify/authenticator");
  await giveCode(page, independentCode(who.secret));
  await expect(page).toHaveURL(/\/my-settings/);
});

test("who may not change the policy finds no page, and posting its form finds none either", async ({
  page,
  browser,
}) => {
  const admin = await somebody({ role: "administrator" });
  const member = await person({ id: admin.organisationId });
  const administration = await browser.newPage({ extraHTTPHeaders: { "x-forwarded-for": "2001:db8::77" } });
  await enterByMail(administration, admin);
  await administration.goto("/administration/settings/security");
  const posted = administration.waitForRequest((request) => request.method() === "POST");
  await administration.getByRole("button", { name: "Save" }).click();
  const form = await posted;

  await enterByMail(page, member);
  expect((await page.goto("/administration/settings/security"))?.status()).toBe(404);
  const answer = await page.request.post("/administration/settings/security", {
    headers: { ...form.headers(), origin: new URL(page.url()).origin },
    data: form.postDataBuffer() ?? Buffer.alloc(0),
  });
  expect(answer.status()).toBe(404);
});

test("whoever would reset a second step is led to the address that must be changed first, if it is lost, too", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator" });
  const user = await person({ id: who.organisationId }, { authenticator: true });
  await enterByMail(page, who);
  await page.goto(`/administration/users/${user.id}/reset-two-factor`);
  await expect(page.getByText("If the mailbox is lost, too, change the address first")).toBeVisible();
  await page.getByRole("link", { name: "Change the address" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveValue(user.email);
});

test("a reset announces what it does in this organisation to this user, and no more", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator" });
  await setOrganisation(who, { allowed_methods: ["authenticator"] });
  const without = await person({ id: who.organisationId });
  const holder = await person({ id: who.organisationId }, { authenticator: true });
  const authenticator = page.getByText("The authenticator and the recovery codes of");
  const email = page.getByText(/Codes by e-mail are on|If the mailbox is lost/);
  const sessions = page.getByText("Every session of theirs ends, and they get an e-mail about it.");
  const announces = async (user: { id: string }, shown: Locator[], hidden: Locator[]) => {
    await page.goto(`/administration/users/${user.id}/reset-two-factor`);
    for (const each of shown) await expect(each.first()).toBeVisible();
    for (const each of hidden) await expect(each).toHaveCount(0);
  };
  await announces(without, [sessions], [authenticator, email]);
  await announces(holder, [sessions, authenticator], [email]);
  await setOrganisation(who, { allowed_methods: ["email", "authenticator"] });
  await announces(without, [sessions, email], [authenticator]);
  await setOrganisation(who, { two_factor_enabled: false });
  await announces(holder, [sessions, authenticator], [email]);
});

test("the page of a user says when two-factor login is switched off, as the list does", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator", switchedOn: false });
  for (const path of ["/administration/users", `/administration/users/${who.id}`]) {
    await page.goto(path);
    await expect(page.getByText("Two-factor login is switched off: everybody logs in")).toBeVisible();
  }
});

test("a sending says on which day each e-mail was sent, and how many of those left out it lists", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator" });
  const user = await person({ id: who.organisationId }, { confirmed: false });
  const job = crypto.randomUUID();
  // Finished now: the server that runs beside this test sweeps old sendings away.
  await rows(
    `insert into resend_jobs (id, organisation_id, started_by, started_at, finished_at, recipients, confirmed,
       deactivated, waiting_already, sent_meanwhile)
     values ($1, $2, $3, '2026-05-03T12:00:00Z', now(), 1, 1200, 34, 0, 0)`,
    job,
    who.organisationId,
    who.id,
  );
  await rows(
    "insert into resend_recipients (job_id, position, user_id, state, at) values ($1, 1, $2, 'sent', $3)",
    job,
    user.id,
    "2026-05-04T12:00:00Z",
  );
  await enterByMail(page, who);
  await page.goto(`/administration/users/resend/${job}`);
  await expect(page.getByRole("row", { name: user.email })).toContainText("4 May 2026");
  const isCut = page.getByText(
    "Of the 1,234 who were left out at the start, the first 1,000 by name are listed.",
  );
  await expect(isCut).toBeVisible();
  await page.getByRole("link", { name: "Sent", exact: true }).click();
  await expect(page).toHaveURL(/result=sent/);
  await expect(isCut).toHaveCount(0);
});

test("the profile leads whoever may change their own address to where that is done, and tells the others who may", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  await page.goto("/my-settings");
  await page.getByRole("link", { name: "Change it under Users" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveValue(who.email);
  for (const role of ["manager", "member"] as const) {
    await asSomebody(page, { role });
    await page.goto("/my-settings");
    await expect(page.getByText("An administrator can change it.")).toBeVisible();
  }
});

test("an Administrator who becomes a Member by their own hand is logged out, and told why", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator" });
  await person({ id: who.organisationId }, { role: "administrator" });
  await enterByMail(page, who);
  await page.goto(`/administration/users/${who.id}`);
  await page.getByLabel("Role").selectOption("Member");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your account is changed")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log in");
});

test("an Administrator who ends their own sessions is led to the login", async ({ page }) => {
  const who = await somebody({ role: "administrator" });
  await enterByMail(page, who);
  await page.goto(`/administration/users/${who.id}`);
  await page.getByRole("button", { name: "End all sessions" }).click();
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log in");
});

test("a question that somebody else has settled meanwhile is not asked any more, and it is said why", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator" });
  await enterByMail(page, who);
  await page.goto("/administration/settings/security");
  await page.getByLabel("Enable Two-factor user login").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Switch it off" })).toBeVisible();
  await rows(
    `update organisations set two_factor_enabled = false, allowed_methods = '{email}', revision = revision + 1
    where id = $1`,
    who.organisationId,
  );
  await page.getByRole("button", { name: "Switch it off" }).click();
  await expect(page).toHaveURL(/\/administration\/settings\/security\?notice=changed-meanwhile/);
  await expect(page.getByText("in another tab, saved other settings in the meantime")).toBeVisible();
  await expect(page.getByLabel("Google Authenticator", { exact: true })).not.toBeChecked();
});

test("a form that comes back because somebody else was faster is in error, by its number and its title", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator" });
  await enterByMail(page, who);
  await page.goto("/administration/settings");
  await rows(
    "update organisations set name = $2, revision = revision + 1 where id = $1",
    who.organisationId,
    `Theirs ${who.organisationId}`,
  );
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByLabel("Organisation name").fill(`Ours ${who.organisationId}`);
  await page.getByRole("button", { name: "Save" }).click();
  expect((await answer).status()).toBe(422);
  await expect(trouble(page)).toContainText("in another tab, saved these settings");
  await expect(page).toHaveTitle(/^Error: /);
});

test("a user in hundreds of teams is saved", async ({ page }) => {
  const who = await somebody({ role: "administrator" });
  const user = await person({ id: who.organisationId }, { name: "Jane Doe" });
  await rows(
    `with made as (
      insert into teams (id, organisation_id, name)
      select gen_random_uuid(), $1, 'Team ' || n from generate_series(1, 400) as n returning id
    )
    insert into team_members (team_id, user_id) select id, $2 from made`,
    who.organisationId,
    user.id,
  );
  await enterByMail(page, who);
  await page.goto(`/administration/users/${user.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Jane Roe");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The user is saved.")).toBeVisible();
});

test("settings that somebody else saved meanwhile are shown with the numbers that belong to them", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator" });
  await enterByMail(page, who);
  const stale = await page.context().newPage();
  await stale.goto("/administration/settings/security");
  const question = await page.context().newPage();
  await question.goto("/administration/settings/security?switch-off");
  await expect(question.getByText(/^1 user who is asked/)).toBeVisible();

  await rows(
    "update organisations set allowed_methods = '{authenticator}', revision = revision + 1 where id = $1",
    who.organisationId,
  );
  await expect(stale.getByText(/of them ha(s|ve) both methods/)).toBeVisible();
  await stale.getByRole("button", { name: "Save" }).click();
  await expect(trouble(stale)).toContainText("in another tab, saved these settings");
  await expect(stale.getByLabel("E-mail", { exact: true })).not.toBeChecked();
  await expect(stale.getByText(/of them ha(s|ve) both methods/)).toHaveCount(0);

  await question.getByRole("button", { name: "Switch it off" }).click();
  await expect(trouble(question)).toContainText("in another tab, saved other settings");
  await expect(question.getByText(/^0 users who are asked/)).toBeVisible();
});

test("of two who change a user at once, the second one undoes nothing of the first", async ({ page }) => {
  const who = await somebody({ role: "administrator" });
  const user = await person({ id: who.organisationId }, { name: "Jane Doe" });
  await enterByMail(page, who);
  const address = `/administration/users/${user.id}`;
  const stale = await page.context().newPage();
  await stale.goto(address);
  await page.goto(address);
  const email = `roe-${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Role").selectOption("manager");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The user is saved. Both addresses")).toBeVisible();

  await stale.getByLabel("Name", { exact: true }).fill("Jane Roe");
  await stale.getByRole("button", { name: "Save" }).click();
  await expect(trouble(stale)).toContainText("You changed this user in another tab at ");
  await expect(trouble(stale)).toContainText(`Saved meanwhile: E-mail address ${email}; Role Manager.`);
  await expect(stale.getByLabel("Name", { exact: true })).toHaveValue("Jane Roe");
  await expect(stale.getByLabel("E-mail address")).toHaveValue(email);
  await expect(stale.getByLabel("Role")).toHaveValue("manager");
  await stale.getByRole("button", { name: "Save" }).click();
  await expect(stale.getByText("The user is saved.")).toBeVisible();
  expect(await rows("select name, email, role from users where id = $1", user.id)).toEqual([
    { name: "Jane Roe", email, role: "manager" },
  ]);
});

test("who takes away somebody's last method is asked first, and told how many they leave without, and whether that is they", async ({
  page,
}) => {
  const who = await somebody({ role: "administrator" });
  await enterByMail(page, who);
  await page.goto("/administration/settings/security");
  await page.getByLabel("E-mail", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^1 user who is asked for a second step today has no other/)).toContainText(
    "That includes you",
  );
  await page.getByRole("link", { name: "Change nothing" }).click();
  await expect(page.getByLabel("E-mail", { exact: true })).toBeChecked();

  await page.getByLabel("E-mail", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Save all the same" }).click();
  await expect(page.getByText("Security settings saved.")).toBeVisible();
  await expect(page.getByLabel("E-mail", { exact: true })).not.toBeChecked();
});

test("who leaves others alone without a second step is not told that it is they", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator" });
  await person({ id: who.organisationId });
  await page.goto("/administration/settings/security");
  await page.getByLabel("E-mail", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  const asked = page.getByText(/^1 user who is asked for a second step today has no other/);
  await expect(asked).toBeVisible();
  await expect(asked).not.toContainText("That includes you");
});

test("the results of a sending lead to their users, whose addresses are put right there", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const user = await person({ id: who.organisationId }, { name: "Una Unsaid", confirmed: false });
  await page.goto("/administration/users/resend");
  await page.getByRole("button", { name: "Send 1 e-mail" }).click();
  await page.getByRole("table", { name: "Results" }).getByRole("link", { name: user.name }).click();
  await expect(page).toHaveURL(`/administration/users/${user.id}`);
  await expect(page.getByLabel("E-mail address")).toHaveValue(user.email);
});
