/** Logging in with the second step: each method, each refusal, and what a browser does in between. */
import { asSomebody, atMailedCode, atSecondStep } from "../support/browser-session";
import {
  chooseEmail,
  expect,
  giveCode,
  givePassword,
  independentCode,
  logInByMail,
  pressLogIn,
  somebody,
  test,
  trouble,
} from "../support/browser-test";
import { codeFor, letters, rows } from "../support/browser-world";
import { logIn } from "../support/world";

const moveBack = (email: string, seconds: number) =>
  rows(
    `update challenges set expires_at = expires_at - make_interval(secs => $2) where pending_login_id in
      (select pending_logins.id from pending_logins join users on users.id = user_id where email = $1)`,
    email,
    seconds,
  );
const sessionsOf = (email: string) =>
  rows("select 1 from sessions join users on users.id = user_id where email = $1", email);
const otherThan = (code: string) => (code === "111111" ? "222222" : "111111");

test("one method is gone straight to, and its code opens the door @phone", async ({ page }) => {
  const who = await somebody({ email: `j${crypto.randomUUID().slice(0, 8)}@example.com` });
  await givePassword(page, who);
  await expect(page).toHaveURL("/login/verify/email");
  await expect(page).toHaveTitle(`Check your e-mail – ${who.organisation}`);
  await expect(page.getByText("We sent a security code to j•••@example.com")).toBeVisible();
  const code = await codeFor(who.email);
  expect(letters(who.email)[0]?.subject).toBe(`Your ${who.organisation} security code`);
  await giveCode(page, ` ${code.slice(0, 3)}-${code.slice(3)} `);
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(who.name);
});

test("with two methods none is used before Continue, and the last one is preselected next time", async ({
  page,
}) => {
  const who = await somebody({ authenticator: true });
  await givePassword(page, who);
  await expect(page.getByRole("heading", { name: "Select verification type" })).toBeVisible();
  expect(letters(who.email)).toEqual([]);
  await page.getByRole("radio", { name: /^Google Authenticator/ }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/login/verify/authenticator");
  await giveCode(page, independentCode(who.secret));
  await expect(page).toHaveURL("/");

  await page.context().clearCookies();
  await givePassword(page, who);
  await expect(page.getByRole("radio", { name: /^Google Authenticator/ })).toBeChecked();
  await chooseEmail(page);
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
});

test("a wrong, a replaced and a run-out code each say so, and typing goes on", async ({ page }) => {
  const who = await atMailedCode(page);
  const first = await codeFor(who.email);
  await giveCode(page, otherThan(first));
  await expect(trouble(page)).toContainText(
    "That is not the code that we sent. Check it and try again. 4 tries left.",
  );

  await page.getByRole("button", { name: "Resend code" }).click();
  await expect(page.getByText(/We sent a new code at \d\d:\d\d:\d\d/)).toBeVisible();
  const second = await codeFor(who.email, 2);
  await giveCode(page, first);
  await expect(trouble(page)).toContainText("That code was replaced by a newer one.");

  await moveBack(who.email, 91);
  await giveCode(page, second);
  await expect(trouble(page)).toContainText("That code has run out.");
  await page.getByRole("button", { name: "Resend code" }).click();
  await giveCode(page, await codeFor(who.email, 3));
  await expect(page).toHaveURL("/");
});

test("whoever loads the page of a new code once more, or comes back to it, is sent no other one @no-javascript", async ({
  page,
}) => {
  const who = await atMailedCode(page);
  const resent = page.getByText(/We sent a new code at \d\d:\d\d:\d\d/);
  await page.getByRole("button", { name: "Resend code" }).click();
  await expect(resent).toBeVisible();
  const said = await resent.textContent();
  await page.reload();
  await expect(resent).toHaveText(String(said));
  await page.goto("/forgotten-password");
  await page.goBack();
  await expect(resent).toHaveText(String(said));
  expect(letters(who.email)).toHaveLength(2);
  await giveCode(page, await codeFor(who.email, 2));
  await expect(page).toHaveURL("/");
});

test("whoever loads the page of a wrong code once more, or comes back to it, has spent no other try @no-javascript", async ({
  page,
}) => {
  const who = await somebody({ authenticator: true });
  await givePassword(page, who);
  await chooseEmail(page);
  const wrong = [
    [
      "email",
      otherThan(await codeFor(who.email)),
      "not the code that we sent. Check it and try again. 4 tries",
    ],
    [
      "authenticator",
      otherThan(independentCode(who.secret)),
      "that your app shows now. Check it and try again. 3",
    ],
    [
      "recovery",
      "7K3M-Q9XT-B4HN-2RWP",
      "not one of your recovery codes. Check it and try again. 2 tries left.",
    ],
  ] as const;
  for (const [method, code, sentence] of wrong) {
    await page.goto(`/login/verify/${method}`);
    await giveCode(page, code);
    await expect(trouble(page)).toContainText(sentence);
    expect(page.url()).not.toContain(code);
    await page.reload();
    await expect(trouble(page)).toContainText(sentence);
    await page.goto("/forgotten-password");
    await page.goBack();
    await expect(trouble(page)).toContainText(sentence);
  }
});

test("a page that is opened after the 90 seconds says so, and offers a new code first @no-javascript", async ({
  page,
}) => {
  const who = await atMailedCode(page);
  await expect(page.getByText(/^The code works until \d\d:\d\d:\d\d/)).toBeVisible();
  await moveBack(who.email, 91);
  await page.reload();
  await expect(page.getByText("That code has run out. Ask for a new one.")).toBeVisible();
  await expect(page.getByText("The code works until")).toHaveCount(0);
});

test("once the 90 seconds are over, a new code is what to do first; focus and typing stay @javascript", async ({
  page,
}) => {
  const who = await atMailedCode(page);
  const [logIn, resend] = [
    page.getByRole("button", { name: "Log in", exact: true }),
    page.getByRole("button", { name: "Resend code" }),
  ];
  const first = /\bbg-accent\b/;
  await expect(logIn).toHaveClass(first);
  await moveBack(who.email, 84);
  await page.reload();
  await page.getByLabel("Security code").fill("1234");
  await expect(resend).toHaveClass(first);
  await expect(logIn).not.toHaveClass(first);
  await expect(page.getByLabel("Security code")).toBeFocused();
  await expect(page.getByLabel("Security code")).toHaveValue("1234");
});

test("who asked for too many codes is told when another one can be asked for", async ({ page }) => {
  await atSecondStep(page, { authenticator: true });
  await page.goto("/login/verify/email?problem=too-many&until=2027-05-03T14:45:00.000Z");
  await expect(page.getByText(/^You can ask for another code on 3 May 2027 at \d\d:45 /)).toBeVisible();
});

test("after the last code there is one way on, and nobody is sent where there is none", async ({ page }) => {
  const who = await somebody();
  await page.goto("/login?next=%2Fmy-settings");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await pressLogIn(page);
  await expect(page).toHaveURL("/login/verify/email");
  await leaveSends(who.email, 1);
  await page.getByRole("button", { name: "Resend code" }).click();
  await expect(page.getByText(/We sent a new code at/)).toBeVisible();
  const last = await codeFor(who.email, 2);
  await expect(page.getByText("This is the last code for this login.")).toBeVisible();
  await expect(page.getByText(/No more codes can be sent/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Log in again" })).toHaveCount(0);

  await moveBack(who.email, 91);
  await giveCode(page, last);
  await expect(trouble(page)).toContainText("it was the last one for this login");
  await expect(trouble(page)).not.toContainText("Resend code");
  await page.getByRole("button", { name: "Resend code" }).click();
  await expect(trouble(page)).toContainText("No other code was sent.");
  await expect(page.getByText("No more codes can be sent for this login. Log in again")).toHaveCount(1);
  await expect(page.getByText(/another method/)).toHaveCount(0);
  await page.getByRole("button", { name: "Log in again" }).click();
  await expect(page).toHaveURL("/login?next=%2Fmy-settings");
  await expect(page.getByText("You have begun to log in.")).toHaveCount(0);
});

test("who has another method is shown to it when no more codes can be sent", async ({ page }) => {
  const who = await atSecondStep(page, { authenticator: true });
  await leaveSends(who.email, 0);
  await page.goto("/login/verify/email");
  await expect(page.getByText("No more codes can be sent for this login. Use another method")).toBeVisible();
  await page.getByRole("link", { name: "Use another method" }).click();
  await expect(page).toHaveURL("/login/verify");
});

test("a malformed code says what is wrong with it and costs no try", async ({ page }) => {
  const who = await atMailedCode(page);
  for (const [typed, sentence] of [
    ["12345", "The security code has 6 digits. You entered 5."],
    ["", "Enter the security code."],
    ["12a456", "The security code has 6 digits and nothing else."],
    ["9".repeat(5_000), "The security code has 6 digits and nothing else."],
  ] as const) {
    await giveCode(page, typed);
    await expect(trouble(page)).toContainText(sentence);
  }
  const [pending] = await rows<{ tries_left: number }>(
    "select tries_left from pending_logins join users on users.id = user_id where email = $1",
    who.email,
  );
  expect(pending?.tries_left).toBe(5);
});

test("after five wrong codes the login starts over, and says why", async ({ page }) => {
  const who = await atMailedCode(page);
  const code = await codeFor(who.email);
  for (const left of ["4 tries left", "3 tries left", "2 tries left", "1 try left"]) {
    await giveCode(page, otherThan(code));
    await expect(trouble(page)).toContainText(left);
  }
  await giveCode(page, otherThan(code));
  await expect(page).toHaveURL(/\/login\?notice=no-tries-left/);
  await expect(page.getByText("No tries are left for that login. Log in again.")).toBeVisible();
});

test("an authenticator code opens the door once; its replay is told to wait for the next one", async ({
  page,
}) => {
  const who = await atSecondStep(page, { authenticator: true, emailMethodEnabled: false });
  await page.goto("/login/verify/authenticator");
  await expect(page.getByRole("button", { name: "Resend code" })).toHaveCount(0);
  const code = independentCode(who.secret);
  await giveCode(page, code);
  await expect(page).toHaveURL("/");

  await page.context().clearCookies();
  await givePassword(page, who);
  await expect(page).toHaveURL("/login/verify/authenticator");
  await giveCode(page, code);
  await expect(trouble(page)).toContainText("That code was used already. Wait for the next one.");
  await giveCode(page, independentCode(who.secret, 95));
  await expect(trouble(page)).toContainText("Your phone's clock may be off.");
});

test("every state survives a reload and the way back", async ({ page }) => {
  const who = await somebody({ authenticator: true });
  await givePassword(page, who);
  await chooseEmail(page);
  await expect(page).toHaveURL("/login/verify/email");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Select verification type" })).toBeVisible();
  await chooseEmail(page);
  await page.goto("about:blank");
  await page.goto("/login/verify/email");
  expect(letters(who.email)).toHaveLength(1);
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
});

test("two tabs share one login: the code of the first opens the second", async ({ page, context }) => {
  const who = await somebody();
  await givePassword(page, who);
  const other = await context.newPage();
  await givePassword(other, who);
  await expect(other).toHaveURL("/login/verify/email");
  expect(letters(who.email)).toHaveLength(1);
  await giveCode(other, await codeFor(who.email));
  await expect(other).toHaveURL("/");
  await page.reload();
  await expect(page).toHaveURL("/");
});

test("a double click logs in once", async ({ page }) => {
  const who = await somebody();
  await givePassword(page, who);
  await page.getByLabel("Security code").fill(await codeFor(who.email));
  await page.getByRole("button", { name: "Log in", exact: true }).dblclick();
  await expect(page).toHaveURL("/");
  expect(await sessionsOf(who.email)).toHaveLength(1);
});

test("an answer that the browser dropped opens the door at the next press @no-javascript", async ({
  page,
}) => {
  const who = await atMailedCode(page);
  const code = await codeFor(who.email);
  await page.route("**/login/verify/email", async (route) => {
    // By a client of its own, so that the cookies of the answer reach nobody; at 204 a browser stays where it is.
    const sent = route.request();
    const headers = { ...(await sent.allHeaders()), origin: new URL(sent.url()).origin };
    await fetch(sent.url(), { method: "POST", headers, body: sent.postData(), redirect: "manual" });
    await route.fulfill({ status: 204 });
  });
  await giveCode(page, code);
  await expect.poll(() => sessionsOf(who.email)).toHaveLength(1);
  await page.unroute("**/login/verify/email");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page).toHaveURL("/");
  expect(await sessionsOf(who.email)).toHaveLength(1);
});

test("a wrong address and a wrong password are told alike", async ({ page }) => {
  const who = await somebody();
  for (const email of [who.email, "nobody@example.com"]) {
    await givePassword(page, { email, password: "quite the wrong one" });
    await expect(trouble(page)).toContainText("The e-mail address or password is not right.");
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  }
});

test("who has no usable method gets in with the password and is told what to do", async ({ page }) => {
  const who = await somebody({ confirmed: false });
  await givePassword(page, who);
  await expect(page).toHaveURL("/");
  await page.getByRole("button", { name: "Send the e-mail again" }).click();
  await expect.poll(() => letters(who.email).length).toBe(1);
});

test("cancelling leads back to the login, and the pending login is gone", async ({ page }) => {
  await atMailedCode(page);
  await page.getByRole("button", { name: "Cancel and log in as someone else" }).click();
  await expect(page).toHaveURL(/\/login\?/);
  await page.goto("/login/verify/email");
  await expect(page).toHaveURL(/\/login\?/);
});

test("a login ends the session whose place it takes in the browser, whosever that was, and no other", async ({
  page,
}) => {
  const before = await asSomebody(page, { switchedOn: false });
  // Otherwise a letter would tell them of the other browser, and this process has no queue.
  await rows("update users set last_login_at = null where id = $1", before.id);
  await logIn(before);
  const who = await atSecondStep(page);
  await page.goto("/login/verify/email");
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
  const endings = "select ended_reason from sessions where user_id = $1 order by created_at";
  expect(await rows(endings, before.id)).toEqual([
    { ended_reason: "logged-in-anew" },
    { ended_reason: null },
  ]);
  expect(await rows(endings, who.id)).toEqual([{ ended_reason: null }]);
  const told = "select actor_id from audit_events where target_id = $1 and event = 'session.ended'";
  expect(await rows(told, before.id)).toEqual([{ actor_id: before.id }]);
});

test("logging out ends the session, also for a cookie that was copied", async ({ page, context }) => {
  const who = await asSomebody(page);
  await page.goto("/");
  const copied = await context.cookies();
  await page.getByText(who.name).first().click();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL(/\/login/);
  await context.addCookies(copied);
  await page.goto("/my-settings");
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByText("Your session has ended. Log in again to go on.")).toBeVisible();
});

test("logging out tells the browser to clear its storage, and leaves no page behind the back button", async ({
  page,
}) => {
  const who = await asSomebody(page);
  await page.goto("/my-settings");
  await expect(page.getByRole("main").getByText(who.email)).toBeVisible();
  await page.getByText(who.name).first().click();
  const answered = page.waitForResponse((response) => response.url().endsWith("/log-out"));
  await page.getByRole("button", { name: "Log out" }).click();
  const answer = await answered;
  expect((await answer.allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await expect(page).toHaveURL(/\/login/);
  await page.goBack();
  await expect(page).toHaveURL(/\/login/);
  expect(await page.content()).not.toContain(who.email);
});

test("a page that the browser shows from its memory is out of sight, and asked for anew @javascript", async ({
  page,
}) => {
  const who = await somebody();
  await logInByMail(page, who);
  await page.goto("/my-settings");
  const address = page.getByRole("main").getByText(who.email);
  await expect(address).toBeVisible();
  await rows("update sessions set ended_at = now() where user_id = $1", who.id);
  // As Firefox says it of a page that it keeps; this browser keeps none that came with "no-store".
  const say = (name: string) =>
    page.evaluate((type) => void dispatchEvent(new PageTransitionEvent(type, { persisted: true })), name);
  // The page listens as soon as JavaScript has taken over, which nobody can see.
  await expect(async () => {
    await say("pagehide");
    await expect(address).toBeHidden({ timeout: 100 });
  }).toPass();
  await say("pageshow");
  await expect(page).toHaveURL("/login?next=%2Fmy-settings&notice=session-ended");
});

test("the address of logging out leads to the page with its button, and ends nothing", async ({ page }) => {
  const who = await asSomebody(page);
  await page.goto("/log-out");
  await expect(page).toHaveURL("/");
  await page.getByText(who.name).first().click();
  await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/log-out");
  await expect(page).toHaveURL(/\/login/);
});

test("each cookie of a login is bound to this host and TLS, read by no script, and not sent with the forms of others @javascript", async ({
  page,
  context,
}) => {
  const who = await somebody();
  const seen = new Map<string, object>();
  const look = async () => {
    for (const { name, value: _, expires: __, ...how } of await context.cookies()) seen.set(name, how);
  };
  await givePassword(page, who);
  await expect(page).toHaveURL("/login/verify/email");
  await look();
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
  await look();
  expect([...seen.keys()].sort()).toEqual(
    expect.arrayContaining(["browser", "pending", "session"].map((name) => `__Host-twostep-${name}`)),
  );
  const { hostname: domain } = new URL(page.url());
  for (const [name, how] of seen)
    expect([name, how]).toEqual([name, { domain, path: "/", secure: true, httpOnly: true, sameSite: "Lax" }]);
});

test("after a login the browser's storage holds nothing of it @javascript", async ({ page, context }) => {
  const who = await somebody();
  await logInByMail(page, who);
  await page.goto("/my-settings/two-factor-login");
  const { origins } = await context.storageState({ indexedDB: true });
  expect(origins).toEqual([]);
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
});

test("a stranger who asks for a page is told nothing of a session", async ({ page }) => {
  await page.goto("/my-settings");
  await expect(page).toHaveURL(/\/login\?next=%2Fmy-settings$/);
  await expect(page.getByText("Your session has ended.")).toHaveCount(0);
});

test("a page that was asked for is shown after the login, and never another site", async ({ page }) => {
  const who = await somebody();
  await page.goto("/login?next=//evil.example/");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await pressLogIn(page);
  await giveCode(page, await codeFor(who.email));
  await expect(page).toHaveURL("/");
  await page.context().clearCookies();
  await page.goto("/my-settings/sessions");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await pressLogIn(page);
  await giveCode(page, await codeFor(who.email, 2));
  await expect(page).toHaveURL("/my-settings/sessions");
});

test("whoever is logged in already is not led to another site either", async ({ page }) => {
  await asSomebody(page);
  await page.goto("/login?next=/.//evil.example/");
  await expect(page).toHaveURL("/");
});

test("a wrong password is told also to whom another tab has logged in meanwhile", async ({ page }) => {
  const who = await somebody();
  await page.goto("/login");
  await asSomebody(page);
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill("quite the wrong one");
  await pressLogIn(page);
  await expect(trouble(page)).toContainText("The e-mail address or password is not right.");
});

/** Leaves `count` codes to be sent for the pending login of `email`. */
async function leaveSends(email: string, count: number): Promise<void> {
  await rows(
    "update pending_logins set sends_left = $2 from users where users.id = user_id and email = $1",
    email,
    count,
  );
}
