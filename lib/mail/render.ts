/** Turns a letter into what a mail server takes: subject, html and plain text from the same props. */
import { createElement } from "react";
import { render, toPlainText } from "react-email";
import { type Letter, letters, type Written } from "@/emails/catalogue";
import type { Language } from "@/lib/words/language";

/** A letter as it is sent. */
export type Rendered = { subject: string; html: string; text: string };

/** Renders `letter` in `language`; about 2 ms, so a letter to many is better filled in from a template. */
export async function renderLetter(letter: Letter, language: Language): Promise<Rendered> {
  // The union of letters cannot say that these props belong to this letter; the type of `letter` has.
  const written = letters[letter.name] as Written<Letter["props"]>;
  const props = { ...letter.props, language };
  const html = await render(createElement(written.default, props));
  return { subject: written.subject(props), html, text: toPlainText(html, plainText) };
}

// Headings as they are written: capitals read like shouting, also to a screen reader.
const plainText = {
  selectors: ["h1", "h2"].map((selector) => ({ selector, options: { uppercase: false } })),
};
