/** Names as long as they may be, and lists on screens of every width: nothing is too wide, cut off or covered. */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { longestName } from "@/lib/accounts/name";
import { languages } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";
import { asSomebody, enterByMail } from "../support/browser-session";
import { askForReset, expect, independentCode, somebody, test } from "../support/browser-test";
import { letterTo, rows } from "../support/browser-world";
import { longNameScreens } from "../support/screens/long-name-screens";
import { administering } from "../support/screens/screen";
import { phone, prefer, tooWide } from "../support/width";
import { setOrganisation } from "../support/world";

// What answers from the cache of a service worker is not asked for in another language.
test.use({ serviceWorkers: "block" });

const widths = [320, 390, 768, 1024, 1280];

for (const { name, open } of longNameScreens) {
  test(`${name} @javascript`, async ({ page }) => {
    await open(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await tooWide(page), String(width)).toEqual([]);
    }
  });
}

test("a label of two lines leaves its field beside the others @javascript", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await administering("/administration/users")(page);
  await prefer(page, "de");
  await page.goto(page.url());
  const boxes = await page.getByRole("search").getByRole("combobox").all();
  const tops = await Promise.all(boxes.map(async (box) => Math.round((await box.boundingBox())?.y ?? 0)));
  expect(tops).toHaveLength(5);
  expect(new Set(tops).size).toBe(1);
});

test("what a list has chosen is read whole on a phone, in every language @javascript", async ({ page }) => {
  await administering("/my-settings")(page);
  await page.setViewportSize(phone);
  for (const path of ["/my-settings", "/administration/settings"]) {
    for (const language of languages) {
      await prefer(page, language);
      await page.goto(path);
      expect.soft(await cutChoices(page, "chosen"), `${path} in ${language}`).toEqual([]);
    }
  }
});

test("every choice of the users' filters is read whole on a phone, in every language @javascript", async ({
  page,
}) => {
  await administering("/administration/users")(page);
  for (const language of languages) {
    await prefer(page, language);
    // With the choice that only an address brings.
    await page.goto("/administration/users?two-factor=authenticator");
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 640 });
      expect.soft(await cutChoices(page, "all"), `${width} in ${language}`).toEqual([]);
    }
  }
});

test("the icon of a button stands beside its first word, in every language @javascript", async ({ page }) => {
  await administering("/administration/users")(page);
  await page.setViewportSize(phone);
  for (const language of languages) {
    await prefer(page, language);
    await page.goto(page.url());
    const buttons = page.getByRole("main").locator(":is(a, button):has(svg)");
    const gaps = await buttons.evaluateAll((all) =>
      all
        .filter((button) => button.checkVisibility() && button.textContent)
        .map((button) => {
          const text = document.createRange();
          text.selectNodeContents(document.createTreeWalker(button, NodeFilter.SHOW_TEXT).nextNode() as Node);
          const firstLine = text.getClientRects()[0] as DOMRect;
          const icon = (button.querySelector("svg") as Element).getBoundingClientRect();
          return {
            text: button.textContent,
            gap: Math.round(Math.max(firstLine.left - icon.right, icon.left - firstLine.right)),
          };
        }),
    );
    expect(gaps.length).toBeGreaterThan(3);
    expect
      .soft(
        gaps.filter(({ gap }) => gap > 12),
        language,
      )
      .toEqual([]);
  }
});

test("recovery codes stand side by side only where the paper has room for two @javascript", async ({
  page,
}) => {
  await enterByMail(page, await somebody());
  await page.goto("/my-settings/two-factor-login");
  await page.getByRole("button", { name: "Enable" }).click();
  const key = String(await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent());
  await page.getByLabel("Security code").fill(independentCode(key));
  await page.getByRole("button", { name: "Save" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" });
  await expect(codes.getByRole("listitem")).toHaveCount(10);
  await page.emulateMedia({ media: "print" });
  // A4, Letter, and A6, at 96 dots an inch.
  for (const [width, height, columns] of [
    [794, 1123, 2],
    [816, 1056, 2],
    [397, 559, 1],
  ] as const) {
    await page.setViewportSize({ width, height });
    const placed = await codes.getByRole("listitem").evaluateAll((all) =>
      all.map((each) => ({
        left: each.getBoundingClientRect().left,
        cut: each.scrollWidth - each.clientWidth,
      })),
    );
    expect.soft(Math.max(...placed.map(({ cut }) => cut)), String(width)).toBe(0);
    expect.soft(new Set(placed.map(({ left }) => left)).size, String(width)).toBe(columns);
  }
});

test.describe("on a screen that draws three dots for two", () => {
  test.use({ deviceScaleFactor: 1.5, viewport: { width: 1200, height: 750 } });

  test("a list that is seen in full shows no shadow at its edges @javascript", async ({ page, context }) => {
    const { id, organisationId } = await asSomebody(page, { role: "administrator" });
    await rows(
      "insert into teams (id, organisation_id, name) values ($1, $2, 'Workshop')",
      randomUUID(),
      organisationId,
    );
    await page.goto(`/administration/users/${id}`);
    const box = await page.locator(".scroll-box").boundingBox();
    if (!box) throw new Error("There is no list.");
    // What stands beside the list, within the box and around it.
    const clip = { x: box.x - 2, y: box.y, width: 6, height: box.height };
    const picture = await page.screenshot({ animations: "disabled", fullPage: true, clip });
    // The pages' own policy lets nobody draw what they have read.
    const drawer = await context.newPage();
    const darkest = await drawer.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const pen = new OffscreenCanvas(image.width, image.height).getContext(
          "2d",
        ) as OffscreenCanvasRenderingContext2D;
        pen.drawImage(image, 0, 0);
        return Math.min(...pen.getImageData(0, 0, image.width, image.height).data);
      },
      `data:image/png;base64,${picture.toString("base64")}`,
    );
    expect(darkest).toBeGreaterThan(250);
  });
});

test("the ways on and the tabs stand in one line on a phone, in every language @javascript", async ({
  page,
}) => {
  await asSomebody(page, { role: "administrator" });
  // A tab of two lines stands on the same line as its neighbours.
  const lines = async () => {
    const links = await page.getByRole("navigation").getByRole("link").all();
    const boxes = await Promise.all(links.map((link) => link.boundingBox()));
    return new Set(boxes.map((box) => box && Math.round(box.y + box.height))).size;
  };
  await page.setViewportSize(phone);
  for (const language of languages) {
    await prefer(page, language);
    await page.goto("/my-settings");
    expect.soft(await lines(), language).toBe(2);
    await page.goto("/");
    expect.soft(await lines(), language).toBe(1);
  }
});

test("what a fact is called is not broken in the midst of a word, in any language @javascript", async ({
  page,
}) => {
  const who = await asSomebody(page, { role: "administrator" });
  const paths = [
    `/administration/users/${who.id}`,
    "/administration/users",
    "/administration/audit",
    "/my-settings/two-factor-login",
    "/my-settings/sessions",
  ];
  for (const language of languages) {
    await prefer(page, language);
    for (const path of paths) {
      await page.goto(path);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await brokenNames(page), `${language}, ${path}, ${width}`).toEqual([]);
      }
    }
  }
});

test("a letter to the longest name fits a phone @javascript", async ({ page }) => {
  await readOnPhone(page, "W".repeat(longestName));
  expect(await tooWide(page)).toEqual([]);
});

test("no word is broken in the heading of a letter on a phone, in any language @javascript", async ({
  page,
}) => {
  await readOnPhone(page, "Ada Archer");
  const headings = languages.flatMap((language) =>
    Object.values(wordsIn(language).letters).flatMap((letter) =>
      "heading" in letter && typeof letter.heading === "string" ? letter.heading : [],
    ),
  );
  expect(headings.length).toBeGreaterThan(20);
  const broken = await page.locator("h1").evaluate(
    (heading, texts) =>
      texts.flatMap((text) => {
        heading.textContent = text;
        return [...text.matchAll(/[^\s-]+/g)].filter(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(heading.firstChild as Text, index);
          range.setEnd(heading.firstChild as Text, index + word.length);
          return range.getClientRects().length > 1;
        });
      }),
    headings,
  );
  expect(broken).toEqual([]);
});

/** Opens a letter to somebody of that `name` on a phone. */
async function readOnPhone(page: Page, name: string): Promise<void> {
  const who = await somebody({ name });
  await askForReset(page, who.email);
  const { html } = await letterTo(who.email);
  await page.setViewportSize(phone);
  // Away from the product, whose policy forbids the styles that letters need.
  await page.goto("about:blank");
  await page.setContent(html);
}

test("what happened stands in one line for all of it, or above when and where for all of it @javascript", async ({
  page,
}) => {
  const who = await asSomebody(page);
  for (const event of ["session.ended", "help.requested"])
    await rows(
      `insert into audit_events (occurred_at, organisation_id, event, result, actor_id, target_id, browser, address)
      values (now(), $1, $2, 'success', $3, $3, 'Chrome on Linux', '192.0.2.7')`,
      who.organisationId,
      event,
      who.id,
    );
  await page.goto("/my-settings/sessions");
  const events = page.getByRole("region", { name: "Activity" }).getByRole("listitem");
  for (const width of [320, 480, 600, 640, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const beside = await events.evaluateAll((all) =>
      all.map(({ firstElementChild: what, lastElementChild: when }) => {
        const [left, right] = [what, when].map((each) => each?.getBoundingClientRect());
        return Boolean(left && right && left.bottom > right.top);
      }),
    );
    expect.soft(beside.length, String(width)).toBeGreaterThan(3);
    expect.soft(new Set(beside).size, String(width)).toBe(1);
  }
});

test("large letters leave the buttons beside a method, and recovery codes, on a phone @javascript", async ({
  page,
}) => {
  await asSomebody(page);
  await page.setViewportSize({ width: 390, height: 640 });
  const wideWithLargeLetters = async () => {
    await enlargeLetters(page);
    return tooWide(page);
  };
  await page.goto("/my-settings/two-factor-login");
  expect.soft(await wideWithLargeLetters()).toEqual([]);
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
  expect.soft(await wideWithLargeLetters()).toEqual([]);
});

test("large letters leave a role whole in the card of a list on a phone @javascript", async ({ page }) => {
  await asSomebody(page, { role: "administrator" });
  await page.goto("/administration/users");
  const role = page.getByRole("cell").filter({ hasText: /^Administrator$/ });
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 640 });
    await enlargeLetters(page);
    expect.soft(await linesOf(role), String(width)).toBe(1);
  }
});

test("large letters leave the organisation's name whole on a phone @javascript", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator" });
  await setOrganisation(who, { name: randomUUID().slice(0, 6) });
  await page.goto("/");
  const name = page.getByRole("banner").getByRole("link").first().locator("bdi");
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 640 });
    await enlargeLetters(page);
    const hidden = name.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect.soft(await hidden, String(width)).toBe(0);
  }
});

test("a name without a space leaves those who did something in one line @javascript", async ({ page }) => {
  const who = await asSomebody(page, { role: "administrator", name: "Ada Archer" });
  await rows(
    `insert into audit_events (occurred_at, organisation_id, event, result, actor_id, target_id, detail)
    values (now(), $1, 'user.changed', 'success', $2, $2, $3)`,
    who.organisationId,
    who.id,
    JSON.stringify({ name: ["W".repeat(longestName), who.name] }),
  );
  await page.goto("/administration/audit");
  const name = page.getByRole("cell", { name: who.name }).first();
  for (const width of [1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await linesOf(name), String(width)).toBe(1);
  }
});

for (const hasTouch of [false, true])
  test.describe(hasTouch ? "where fingers point" : "where a mouse points", () => {
    test.use({ hasTouch, isMobile: hasTouch, viewport: { width: 1280, height: 800 } });

    // Firefox keeps no room in a row for what it moves down, and what does not fit can be scrolled up and down.
    test("what stands in a row begins on one line without being moved there @javascript", async ({
      page,
    }) => {
      await asSomebody(page, { role: "administrator" });
      for (const path of ["/administration/users", "/my-settings/two-factor-login"]) {
        await page.goto(path);
        const cells = page.locator("tbody").locator("th, td").filter({ hasText: /./ });
        const aligned = await topsOf(cells);
        await cells.evaluateAll((all: HTMLElement[]) => {
          for (const cell of all) cell.style.verticalAlign = "top";
        });
        expect.soft(aligned.length, path).toBeGreaterThan(3);
        expect.soft(aligned, path).toEqual(await topsOf(cells));
      }
    });
  });

test("what sorts a list is seen where the keyboard finds it @javascript", async ({ page }) => {
  await administering("/administration/users")(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const link of await page
      .getByRole("table")
      .getByRole("link", { name: /^(Name|E-mail)$/ })
      .all())
      expect.soft(await uncovered(link), String(width)).toBe(true);
  }
});

test("the address and the moment of an activity are words of their own", async ({ page }) => {
  await asSomebody(page);
  await page.goto("/my-settings/sessions");
  await expect(page.getByRole("listitem").filter({ hasText: "192.0.2.7" }).first()).toContainText(
    /192\.0\.2\.7 \d/,
  );
});

/** Whether what stands in the middle of a link is the link. */
function uncovered(link: Locator): Promise<boolean> {
  return link.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
}

/** The names of facts, in lists and on cards, that stand in less room than their longest word takes. */
function brokenNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
    const isBroken = (name: string, { font }: CSSStyleDeclaration, room: number) => {
      pen.font = font;
      return name.split(/[\s-]/).some((word) => pen.measureText(word).width > room + 0.5);
    };
    const inLists = [...document.querySelectorAll<HTMLElement>("dt")]
      .filter((term) => isBroken(String(term.textContent), getComputedStyle(term), term.clientWidth))
      .map((term) => String(term.textContent));
    const onCards = [...document.querySelectorAll<HTMLElement>("td[data-label]")]
      .filter((cell) => getComputedStyle(cell, "::before").content !== "none")
      .filter((cell) => {
        const contents = document.createRange();
        contents.selectNodeContents(cell);
        const room = contents.getBoundingClientRect().left - cell.getBoundingClientRect().left;
        // A cell without a gap of its own has that of its row.
        const gapOf = (element: Element) => Number.parseFloat(getComputedStyle(element).columnGap);
        const gap = gapOf(cell) || gapOf(cell.parentElement as Element) || 0;
        const style = getComputedStyle(cell, "::before");
        return room > 0 && isBroken(String(cell.dataset.label), style, room - gap);
      })
      .map((cell) => String(cell.dataset.label));
    return [...new Set([...inLists, ...onCards])];
  });
}

/** What lists would cut off of their choices, or of those that are chosen, where these stand in the page. */
function cutChoices(page: Page, which: "all" | "chosen"): Promise<string[]> {
  return page.locator("select").evaluateAll(
    (all: HTMLSelectElement[], which) =>
      all.flatMap((select) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(select);
        const pen = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
        pen.font = font;
        const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
        return [...(which === "all" ? select.options : select.selectedOptions)]
          .map(({ text }) => text)
          .filter((text) => pen.measureText(text).width > select.clientWidth - padding);
      }),
    which,
  );
}

/** As whoever reads badly sets them: twice as large. */
function enlargeLetters(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}

/** How many lines the text in `place` takes. */
function linesOf(place: Locator): Promise<number> {
  return place.evaluate((element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    return new Set(Array.from(text.getClientRects(), ({ bottom }) => bottom)).size;
  });
}

/** How far down each of `places` has its first words. */
function topsOf(places: Locator): Promise<number[]> {
  return places.evaluateAll((elements) =>
    elements.map((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return Math.round(words.getBoundingClientRect().top);
    }),
  );
}
