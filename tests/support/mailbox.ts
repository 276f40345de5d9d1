/** The post as the people in a test find it: what the product has put into its mailbox, newest first. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { environment } from "@/lib/kernel/env";
import { codeIn, type Letter, lettersIn, linkIn } from "./letters";

const folder = () => join(environment().dataFolder, "mailbox");

/** Every letter (to `address`), newest first. */
export function letters(address?: string): Letter[] {
  return lettersIn(folder(), address);
}

/** The newest letter to `address`. Throws when there is none. */
export function letterTo(address: string): Letter {
  const [newest] = letters(address);
  if (newest) return newest;
  const others = letters().map(({ to, subject }) => `"${subject}" to ${to}`);
  throw new Error(`No letter to ${address}; there are ${others.join(", ") || "none"}`);
}

/** The security code in the newest letter to `address`. */
export function codeFor(address: string): string {
  return codeIn(letterTo(address));
}

/** The link with a token in the newest letter to `address`. */
export function linkFor(address: string): URL {
  return linkIn(letterTo(address));
}

/** Empties the mailbox. Done before each test of a project with a database. */
export function emptyMailbox(): void {
  rmSync(folder(), { recursive: true, force: true });
}
