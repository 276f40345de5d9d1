/** The post as the people in a test find it: what the product has written to its mailbox, newest first. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { environment } from "@/lib/kernel/env";

export type Letter = {
  id: string;
  to: string;
  subject: string;
  sentAt: string;
  html: string;
  text: string;
};

const folder = () => join(environment().dataFolder, "mailbox");

/** Every letter (to `address`), newest first. */
export function letters(address?: string): Letter[] {
  if (!existsSync(folder())) return [];
  return (
    readdirSync(folder())
      .filter((file) => file.endsWith(".json"))
      .map((file) => join(folder(), file))
      // By the file system's clock: the product's own may be standing still.
      .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
      .map((file) => JSON.parse(readFileSync(file, "utf8")) as Letter)
      .filter(({ to }) => !address || to.toLowerCase() === address.toLowerCase())
  );
}

/** The newest letter to `address`. Throws when there is none. */
export function letterTo(address: string): Letter {
  const [newest] = letters(address);
  if (!newest) throw new Error(`No letter to ${address}; there are ${list(letters())}`);
  return newest;
}

/** The security code in the newest letter to `address`. */
export function codeFor(address: string): string {
  return codeIn(letterTo(address));
}

/** The link with a token in the newest letter to `address`. */
export function linkFor(address: string): URL {
  return linkIn(letterTo(address));
}

/** The security code that a person reads in `letter`, with or without a gap in the middle. */
export function codeIn({ subject, text }: Pick<Letter, "subject" | "text">): string {
  const code = /(?<!\d)(\d{3})[ \u00a0]?(\d{3})(?!\d)/.exec(text);
  if (!code) throw new Error(`No security code in "${subject}"`);
  return `${code[1]}${code[2]}`;
}

/** The link with a token that a person follows from `letter`. */
export function linkIn({ subject, text }: Pick<Letter, "subject" | "text">): URL {
  const link = /https?:\/\/\S+[?&]token=[\w-]+/.exec(text);
  if (!link) throw new Error(`No link with a token in "${subject}"`);
  return new URL(link[0]);
}

/** Empties the mailbox. Done before each test of a project with a database. */
export function emptyMailbox(): void {
  rmSync(folder(), { recursive: true, force: true });
}

function list(found: Letter[]): string {
  return found.map(({ to, subject }) => `"${subject}" to ${to}`).join(", ") || "none";
}
