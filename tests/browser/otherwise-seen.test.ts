/** Pages as not everybody sees them: in colours of one's own, on paper, without colours, and with names from right to left. */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { asSomebody } from "../support/browser-session";
import { expect, test } from "../support/browser-test";
import { rows } from "../support/browser-world";
import { phone } from "../support/width";
import { person, setOrganisation } from "../support/world";

test("in forced colours it is seen how far a sending is, and which of its results are listed @javascript", async ({
  page,
}) => {
  const sending = await halfASending(await asSomebody(page, { role: "administrator" }));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await page.goto(`/administration/users/resend/${sending}`);
    const bar = await page.getByRole("progressbar").boundingBox();
    if (!bar) throw new Error("There is no bar.");
    const [done, left] = await Promise.all(
      [0.25, 0.75].map((part) =>
        page.screenshot({
          clip: { x: bar.x + bar.width * part, y: bar.y + 2, width: 4, height: bar.height - 4 },
        }),
      ),
    );
    expect(done).not.toEqual(left);
    const choices = page.getByRole("navigation", { name: "Show" }).getByRole("link");
    await expect(choices.first()).toHaveAttribute("aria-current", "true");
    await expect(choices.first()).toHaveCSS("text-decoration-line", "underline");
    await expect(choices.last()).toHaveCSS("text-decoration-line", "none");
  }
});

test("lists that scroll on a screen are whole on paper @javascript", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator" });
  await rows(
    `insert into teams (id, organisation_id, name)
    select gen_random_uuid(), $1, 'Team ' || number from generate_series(1, 60) as number`,
    who.organisationId,
  );
  for (const path of [`/administration/users/${who.id}`, "/administration/settings"]) {
    await page.goto(path);
    await page.emulateMedia({ media: "screen" });
    expect.soft(await hidden(page.locator(".scroll-box")), path).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    expect.soft(await hidden(page.locator(".scroll-box")), path).toBe(0);
  }
});

test("a name from right to left that is too long is seen from its beginning @javascript", async ({
  page,
}) => {
  const name = `בית ספר ${"אורות ".repeat(12)}`.trim();
  const who = await asSomebody(page, { role: "administrator", name });
  await setOrganisation(who, { name: `${name} ${randomUUID().slice(0, 4)}` });
  for (const width of [phone.width, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/my-settings");
    const banner = page.getByRole("banner");
    expect.soft(await showsItsBeginning(banner.getByRole("link").first()), String(width)).toBe(true);
    if (width > phone.width)
      expect.soft(await showsItsBeginning(banner.getByRole("button", { name: /Account menu/ }))).toBe(true);
    await expect.soft(page.getByLabel("Name", { exact: true })).toHaveCSS("direction", "rtl");
  }
});

test("a name of two ways of writing is read from its own beginning, as a title and in lists", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const name = "דנה Cohen";
  const { id } = await person({ id: who.organisationId }, { name });
  await rows(
    `insert into audit_events (occurred_at, organisation_id, event, result, actor_id, target_id)
    values (now(), $1, 'user.changed', 'success', $2, $3)`,
    who.organisationId,
    who.id,
    id,
  );
  await page.goto(`/administration/users/${id}`);
  expect.soft(await isReadFromTheRight(page.getByRole("heading", { name, level: 1 })), "title").toBe(true);
  await page.goto("/administration/users");
  expect.soft(await isReadFromTheRight(page.getByRole("rowheader", { name })), "list").toBe(true);
  await page.goto("/administration/audit");
  expect.soft(await isReadFromTheRight(page.getByRole("cell", { name })), "audit log").toBe(true);
});

test("a link within a sentence is underlined, and not only of another colour", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator" });
  await rows(
    "insert into recovery_codes (user_id, code_digest, created_at, saved) values ($1, 'none', now(), false)",
    who.id,
  );
  await page.goto("/");
  await expectUnderlined(page, "Two Factor Login");
  await rows("update sessions set method = 'recovery-code' where user_id = $1", who.id);
  await page.goto("/my-settings");
  await expectUnderlined(page, "See how many recovery codes you have");
  const other = await person({ id: who.organisationId }, { authenticator: true });
  await page.goto(`/administration/users/${other.id}/reset-two-factor`);
  await expectUnderlined(page, "Change the address");
  await rows("update sessions set method = 'password' where user_id = $1", who.id);
  await rows("delete from authenticators where user_id = $1", who.id);
  await rows("update users set email_confirmed_at = null where id = $1", who.id);
  await page.goto("/administration/users/new");
  await expectUnderlined(page, "Set up my second step");
});

/** A sending of two e-mails, of which one is sent; the other waits longer than any test. */
async function halfASending(by: { id: string; organisationId: string }): Promise<string> {
  const sending = randomUUID();
  await rows(
    `insert into resend_jobs (id, organisation_id, started_by, started_at, recipients, confirmed, deactivated,
      waiting_already, sent_meanwhile, next_try_at)
    values ($1, $2, $3, now(), 2, 0, 0, 0, 0, now() + interval '1 hour')`,
    sending,
    by.organisationId,
    by.id,
  );
  for (const [position, state] of ["sent", "waiting"].entries())
    await rows(
      "insert into resend_recipients (job_id, position, user_id, state, at) values ($1, $2, $3, $4, now())",
      sending,
      position + 1,
      by.id,
      state,
    );
  return sending;
}

/** That of the links of this name the one that stands in a sentence is underlined. */
async function expectUnderlined(page: Page, name: string): Promise<void> {
  const links = page.getByRole("main").getByRole("link", { name, exact: true });
  await expect(links.first()).toBeVisible();
  const lines = await links.evaluateAll((all) =>
    all
      .filter(({ parentElement }) =>
        [...(parentElement?.childNodes ?? [])].some((beside) => beside instanceof Text && beside.data.trim()),
      )
      .map((link) => getComputedStyle(link).textDecorationLine),
  );
  expect.soft(lines, name).toEqual(["underline"]);
}

/** Whether the first word of what stands in `place` is to the right of the last. */
function isReadFromTheRight(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const leftOf = (from: number) => {
      const letter = document.createRange();
      letter.setStart(text, from);
      letter.setEnd(text, from + 1);
      return letter.getBoundingClientRect().left;
    };
    return leftOf(0) > leftOf(text.length - 1);
  });
}

/** How many pixels of what is in `box` can only be scrolled to. */
const hidden = (box: Locator) => box.evaluate((element) => element.scrollHeight - element.clientHeight);

/** Whether the first letter of what is cut off in `place` stands within it. */
function showsItsBeginning(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const cut = [...element.querySelectorAll("*")].find(
      (part) => getComputedStyle(part).textOverflow === "ellipsis",
    );
    if (!cut || cut.scrollWidth <= cut.clientWidth) throw new Error("Nothing is cut off here.");
    const letter = document.createRange();
    letter.setStart(cut.firstChild as Text, 0);
    letter.setEnd(cut.firstChild as Text, 1);
    const [box, first] = [cut.getBoundingClientRect(), letter.getBoundingClientRect()];
    return first.width > 0 && first.left >= box.left - 1 && first.right <= box.right + 1;
  });
}
