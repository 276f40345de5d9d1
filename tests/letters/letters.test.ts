/**
 * What holds for every letter, and what holds for some.
 * @vitest-environment jsdom
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import { letters } from "@/emails/catalogue";
import { noticeProps } from "@/lib/accounts/notify";
import type { QueuedLetter } from "@/lib/mail/jobs";
import { renderLetter } from "@/lib/mail/render";
import { languages } from "@/lib/words/language";
import { dayAndTime } from "@/lib/words/moment";
import { wordsIn } from "@/lib/words/words";
import { letterNames, sampleOf } from "./samples";

const page = (html: string) => new DOMParser().parseFromString(html, "text/html");

describe.each(letterNames)("the letter %s", (name) => {
  test("has a subject of one line, a language, a title and one heading", async () => {
    const { subject, html } = await renderLetter(sampleOf(name), "en");
    const document = page(html);
    expect(subject).toMatch(/^\S.{8,76}\S$/);
    expect(document.documentElement.lang).toBe("en");
    expect(document.title).toBe(document.querySelector("h1")?.textContent);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
  });

  test("fetches nothing from anywhere", async () => {
    const { html } = await renderLetter(sampleOf(name), "en");
    expect(page(html).querySelector("img, script, link, iframe, [src], [background]")).toBeNull();
    expect(html).not.toMatch(/url\(|@import/i);
  });

  test("has one link at most, and that is its button", async () => {
    const { html } = await renderLetter(sampleOf(name), "en");
    const links = [...page(html).querySelectorAll("a")];
    const { sample } = letters[name];
    expect(links.map(({ href }) => href)).toEqual("url" in sample ? [sample.url] : []);
  });

  test("says in plain text all that it says in html", async () => {
    const { html, text } = await renderLetter(sampleOf(name), "en");
    const document = page(html.replaceAll("<br/>", " "));
    for (const said of document.querySelectorAll("h1, h2, p:not([data-skip-in-text]), li")) {
      expect(text.replaceAll(/\s+/g, " ")).toContain(said.textContent.replaceAll(/\s+/g, " ").trim());
    }
    const { sample } = letters[name];
    if ("url" in sample) expect(text.split(sample.url)).toHaveLength(2);
  });

  test("says why it came", async () => {
    const { text } = await renderLetter(sampleOf(name), "en");
    expect(text.trim().split("\n").at(-1)).toMatch(/^You get this because/);
  });

  test("leaves two lines empty in plain text at most, in every language", async () => {
    for (const language of languages) {
      const { text } = await renderLetter(sampleOf(name), language);
      expect(text).not.toMatch(/\n[^\S\n]*\n[^\S\n]*\n[^\S\n]*\n/);
    }
  });

  test("is far smaller than the 102 kB at which Gmail cuts", async () => {
    const { html } = await renderLetter(sampleOf(name), "en");
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  });

  test("shows a hostile organisation as what it is: a name", async () => {
    const hostile = `<img src=x onerror="alert(1)"> & 'Sons'`;
    const { html, text } = await renderLetter(sampleOf(name, { organisation: hostile }), "en");
    expect(page(html).querySelector("img")).toBeNull();
    expect(page(html).body.textContent).toContain(hostile);
    expect(text).toContain(hostile);
  });

  test("is the same after a wait in the queue", async () => {
    const letter = sampleOf(name);
    const waited = JSON.parse(JSON.stringify(letter));
    expect(await renderLetter(waited, "en")).toEqual(await renderLetter(letter, "en"));
  });

  test("is previewed with the props of its sample", () => {
    expect(letters[name].default.PreviewProps).toBe(letters[name].sample);
  });
});

test("a code letter has no link, and says how long the code works", async () => {
  const { subject, html, text } = await renderLetter(sampleOf("security-code"), "en");
  expect(subject).toBe("Your Acme security code");
  expect(page(html).querySelector("a, [href]")).toBeNull();
  expect(text).not.toMatch(/https?:|www\./);
  expect(text).toContain("for 90 seconds");
});

test("a code stands in no subject, which logs and locked screens show", async () => {
  for (const language of languages) {
    const { subject } = await renderLetter(sampleOf("security-code", { code: "482913" }), language);
    expect(subject).toMatch(/Acme/);
    expect(subject).not.toMatch(/\d/);
  }
});

test("a code stands alone, with its leading zeros", async () => {
  const { html, text } = await renderLetter(sampleOf("security-code", { code: "000042" }), "en");
  expect([...page(html).querySelectorAll("p")].map((part) => part.textContent)).toContain("000042");
  expect(text).toMatch(/^000042$/m);
});

test("a letter with a link shows its address in full", async () => {
  const { url } = letters.activation.sample;
  const { html } = await renderLetter(sampleOf("activation"), "en");
  expect(page(html).body.textContent).toContain(url);
});

test("an activation without an inviter names none", async () => {
  const { text } = await renderLetter(sampleOf("activation", { invitedBy: null }), "en");
  expect(text).toContain("You have an account at Acme.");
});

test("an activation promises codes by e-mail only if the organisation sends them, in every language", async () => {
  const conditions = { en: "If Acme sends", de: "Wenn Acme", nl: "Als Acme" };
  for (const language of languages) {
    const { text } = await renderLetter(sampleOf("activation"), language);
    expect(text.replaceAll(/\s+/g, " ")).toContain(conditions[language]);
    const { confirmedNext } = wordsIn(language).accountLinks.verifyEmail;
    expect(confirmedNext).toMatch(/^(If your|Wenn Ihre|Als je) organisati/i);
  }
});

test("whoever gets a link to confirm by a typing mistake is told to do nothing, in every language", async () => {
  for (const language of languages) {
    for (const name of ["activation", "email-changed-new"] as const) {
      const { html, text } = await renderLetter(sampleOf(name), language);
      const { notMeant } = wordsIn(language).letters.activation;
      expect([...page(html).querySelectorAll("p")].map((part) => part.textContent)).toContain(
        notMeant("Acme"),
      );
      expect(text.replaceAll(/\s+/g, " ")).toContain(notMeant("Acme"));
    }
  }
});

test("a reset claims no authenticator of whom it may not have had one, in every language", async () => {
  const conditions = { en: "If you had set up Google", de: "Falls Sie Google", nl: "Had je Google" };
  for (const language of languages) {
    const { text } = await renderLetter(sampleOf("two-factor-reset"), language);
    const said = text.replaceAll(/\s+/g, " ");
    expect(said).toContain(conditions[language]);
    expect(said).toContain(wordsIn(language).letters.twoFactorReset.next);
  }
});

test("a reset asks once whether it was wanted, and not whether its reader did it, in every language", async () => {
  const asking = {
    en: /\bif (this was|you did) not\b/gi,
    de: /\bwenn Sie (das )?nicht\b/gi,
    nl: /\b(was jij dit|heb je hier) niet\b/gi,
  };
  for (const language of languages) {
    const { text } = await renderLetter(sampleOf("two-factor-reset"), language);
    expect(text.replaceAll(/\s+/g, " ").match(asking[language])).toEqual([
      expect.stringMatching(/^(If you did|Wenn Sie nicht|Heb je hier)/i),
    ]);
  }
});

test("a recovery code is said to be used for a login or in a session, in every language", async () => {
  const sessions = { en: "in a session", de: "in einer Sitzung", nl: "in een sessie" };
  for (const language of languages) {
    const { subject, text } = await renderLetter(sampleOf("recovery-code-used"), language);
    expect(subject).toBe(wordsIn(language).letters.recoveryCodeUsed.subject("Acme"));
    expect(text.replaceAll(/\s+/g, " ")).toContain(sessions[language]);
  }
});

test("a method that is turned on beside another is said to be one of two, in every language", async () => {
  const pairs = [
    ["authenticator", "email"],
    ["email", "authenticator"],
  ] as const;
  for (const language of languages) {
    const { methodOn, twoFactorOn } = wordsIn(language).letters;
    for (const [method, beside] of pairs) {
      const { subject, text } = await renderLetter(sampleOf("method-on", { method, beside }), language);
      expect(subject).toBe(methodOn.subject(method, "Acme"));
      const said = text.replaceAll(/\s+/g, " ");
      expect(said).toContain(methodOn.what(method, beside, "Acme"));
      expect(said).not.toContain(twoFactorOn.what(method));
    }
  }
});

test("a notice says what to do if it was somebody else", async () => {
  const others = ["help-request", "two-factor-reset"];
  const notices = letterNames.filter((name) => "at" in letters[name].sample && !others.includes(name));
  expect(notices).toHaveLength(10);
  for (const name of notices) {
    expect((await renderLetter(sampleOf(name), "en")).text).toContain("If this was not you");
  }
});

test("a notice names the browser as the screens do, in the reader's language", () => {
  const reader = { userId: "ada", name: "Ada Lovelace", email: "ada@example.com", organisationName: "Acme" };
  const userAgent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";
  const browserFor = (language: string, from: string | null) =>
    noticeProps({ ...reader, language }, { userAgent: from, address: null, browserToken: null }).browser;
  expect(browserFor("en", userAgent)).toBe("Chrome on Linux");
  expect(browserFor("nl", userAgent)).toBe("Chrome op Linux");
  expect(browserFor("de", null)).toBeNull();
});

test("a call for help says that a lost mailbox needs another address before a reset", async () => {
  const { text } = await renderLetter(sampleOf("help-request"), "en");
  expect(text.replaceAll(/\s+/g, " ")).toContain("change the address before you reset anything");
});

test("a moment is written by the zone of the server, which is named, as the pages write it", async () => {
  const expiresAt = "2027-05-03T21:59:00Z";
  for (const language of languages) {
    const { text } = await renderLetter(sampleOf("password-reset", { expiresAt }), language);
    expect(text.replaceAll(/\s+/g, " ")).toContain(dayAndTime(new Date(expiresAt), language));
  }
  // The zone that the letters are tested in: two hours from the one that moments are kept in.
  expect(dayAndTime(new Date(expiresAt), "en")).toBe("3 May 2027 at 23:59 CEST");
});

test("a letter with a code or a token cannot wait in the queue", () => {
  expectTypeOf<QueuedLetter["name"]>().not.toEqualTypeOf<never>();
  expectTypeOf<
    Extract<QueuedLetter["name"], "security-code" | "activation" | "email-changed-new" | "password-reset">
  >().toEqualTypeOf<never>();
});

test("every letter in the folder is in the catalogue", () => {
  const written = readdirSync("emails")
    .filter((file) => readFileSync(`emails/${file}`, "utf8").includes("export default"))
    .map((file) => file.replace(".tsx", ""));
  expect(written.sort()).toEqual([...letterNames].sort());
});
