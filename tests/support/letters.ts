/** Letters as a person reads them, from a folder that holds each as a JSON file. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Letter = {
  id: string;
  to: string;
  subject: string;
  /** ISO 8601. */
  sentAt: string;
  html: string;
  text: string;
};

// Whoever waits for a letter looks again and again, and a letter never changes: each is read once.
const read = new Map<string, Letter>();

function letterIn(file: string): Letter {
  const letter = read.get(file) ?? (JSON.parse(readFileSync(file, "utf8")) as Letter);
  read.set(file, letter);
  return letter;
}

/** The letters in `folder` (to `address`), newest first. Their file names are in the order of sending. */
export function lettersIn(folder: string, address?: string): Letter[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .reverse()
    .map((file) => letterIn(join(folder, file)))
    .filter(({ to }) => !address || to.toLowerCase() === address.toLowerCase());
}

/** A word of its own, with or without a gap in the middle: the name of an organisation may hold six digits, too. */
const code = /(?<![\w-])(\d{3})[ \u00a0]?(\d{3})(?![\w-])/;

/** Whether a person finds a security code in `letter`. */
export function holdsCode({ text }: Pick<Letter, "text">): boolean {
  return code.test(text);
}

/** The security code that a person reads in `letter`. */
export function codeIn({ subject, text }: Pick<Letter, "subject" | "text">): string {
  const found = code.exec(text);
  if (!found) throw new Error(`No security code in "${subject}"`);
  return `${found[1]}${found[2]}`;
}

const linkWithToken = /https?:\/\/\S+[?&]token=[\w-]+/;

/** Whether a person finds a link with a token in `letter`. */
export function holdsLink({ text }: Pick<Letter, "text">): boolean {
  return linkWithToken.test(text);
}

/** The link with a token that a person follows from `letter`. */
export function linkIn({ subject, text }: Pick<Letter, "subject" | "text">): URL {
  const link = linkWithToken.exec(text);
  if (!link) throw new Error(`No link with a token in "${subject}"`);
  return new URL(link[0]);
}
