/** A form that arrives at somebody else: at a server that has too much to do, or at a proxy whose server is gone. */
import { asSomebody } from "../support/browser-session";
import { expect, test, trouble } from "../support/browser-test";

const answers: [string, { status: number; contentType: string; body: string }, string][] = [
  [
    "a server that is busy",
    { status: 503, contentType: "text/plain", body: "Busy. Try again in a second.\n" },
    "Too much is going on just now: nothing was sent. Send it again in a moment.",
  ],
  [
    "a proxy without its server",
    { status: 502, contentType: "text/html", body: "<h1>502 Bad Gateway</h1>" },
    "The server gave no answer. Look whether it was done before you send it again.",
  ],
];

for (const [who, answer, sentence] of answers) {
  test(`${who} takes nothing of what was typed @javascript`, async ({ page }) => {
    await asSomebody(page, { role: "administrator" });
    await page.goto("/administration/users/new");
    await page.route("**/*", (route, request) =>
      request.method() === "POST" ? route.fulfill(answer) : route.continue(),
    );
    await page.getByLabel("Name", { exact: true }).fill("Nina New");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(trouble(page)).toContainText(sentence);
    await expect(trouble(page)).toBeFocused();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nina New");
  });
}
