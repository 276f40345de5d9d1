/** A letter filled in from a template is the letter that would have been rendered. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { letters } from "@/emails/catalogue";
import { type Rendered, renderLetter } from "@/lib/mail/render";
import { renderTemplate } from "@/lib/mail/template";
import { codeLetter } from "@/lib/two-factor/code-letter";
import { languages } from "@/lib/words/language";

const { language: _, name: __, url: ___, ...shared } = letters.activation.sample;

// Names as they are stored: printable, and with single spaces inside; some end with a full stop, as those of companies.
const names = fc
  .tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), fc.constantFrom("", " B.V."))
  .map(([name, form]) => `${name.replaceAll(/[\p{C}\p{Z}\s]+/gu, " ").trim()}${form}`.trim())
  .filter((name) => name.length > 0);
const tokens = fc.stringMatching(/^[\w-]{43}$/);

test("a filled template equals the rendered letter, for any name and token", async () => {
  const fill = await renderTemplate("activation", shared, ["name", "url"], "en");
  await fc.assert(
    fc.asyncProperty(names, tokens, async (name, token) => {
      const url = `https://login.acme.example/verify-email?a=1&token=${token}`;
      const props = { ...shared, name, url };
      const { encoded: _, ...read } = fill({ name, url });
      expect(read).toEqual(await renderLetter({ name: "activation", props }, "en"));
    }),
    { numRuns: 50 },
  );
});

test("the letter with a code equals the rendered one, for any code and organisation in any language", async () => {
  const { seconds } = letters["security-code"].sample;
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.stringMatching(/^\d{6}$/),
      fc.constantFrom(...languages),
      async (organisation, code, language) => {
        const { encoded: _, ...read } = await codeLetter(language, { organisation, code });
        const props = { organisation, code, seconds };
        const rendered = await renderLetter({ name: "security-code", props }, language);
        expect(withoutFiller(read)).toEqual(withoutFiller(rendered));
      },
    ),
    { numRuns: 50 },
  );
});

/** What an inbox would show behind the preview is kept away by spaces without width: fewer behind a longer one. */
const withoutFiller = ({ html, ...rest }: Rendered) => ({
  ...rest,
  html: html.replace(/<div>[\s\u200b-\u200d]+<\/div>/u, ""),
});

test("what a mail server is given says the same, in lines of at most 76 characters, for any name and token", async () => {
  const fills = await Promise.all(
    languages.map((language) => renderTemplate("activation", shared, ["name", "url"], language)),
  );
  fc.assert(
    fc.property(fc.oneof(names, fc.string({ maxLength: 300 })), tokens, (name, token) => {
      for (const fill of fills) {
        const { html, text, encoded } = fill({ name, url: `https://login.acme.example/?a=1&token=${token}` });
        expect([decoded(encoded.html), decoded(encoded.text)]).toEqual([html, text]);
        const lines = `${encoded.html}\n${encoded.text}`.split(/\r?\n/);
        expect(lines.filter((line) => line.length > 76 || /\s$/.test(line))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

/** Reads the body of a part of a message as RFC 2045 §6.7 says; the part names its encoding. */
function decoded(part: string): string {
  const body = part.slice(part.indexOf("\r\n\r\n") + 4);
  expect(part).toMatch(
    /^Content-Type: text\/(html|plain); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n/,
  );
  const bytes = body
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

test("a name cannot become markup, nor another blank", async () => {
  const fill = await renderTemplate("activation", shared, ["name", "url"], "en");
  const name = `<b onclick='x'>&"$& \uE000url\uE001`;
  const { html, text } = fill({ name, url: "https://login.acme.example/" });
  expect(html).toContain("&lt;b onclick=&#x27;x&#x27;&gt;&amp;&quot;$&amp; \uE000url\uE001");
  expect(text).toContain(name);
});

test("a blank may be in the subject", async () => {
  const { organisation: _, ...props } = { ...shared, name: "Ada", url: "https://login.acme.example/" };
  const fill = await renderTemplate("activation", props, ["organisation"], "en");
  expect(fill({ organisation: "Zoë & Söhne" }).subject).toBe("Confirm your e-mail address for Zoë & Söhne");
});
