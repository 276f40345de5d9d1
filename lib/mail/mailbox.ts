/** Where letters go in demo, dev and tests instead of a mail server: one JSON file for each, for `/dev/mailbox`. */
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { now } from "@/lib/kernel/clock";
import { isDemoOrDev } from "@/lib/kernel/demo-or-dev";
import { environment } from "@/lib/kernel/env";
import { randomId } from "@/lib/kernel/random";
import type { Rendered } from "./render";

export type CapturedLetter = Rendered & {
  id: string;
  to: string;
  /** ISO 8601. */
  sentAt: string;
  /** The header block as it would have gone over the wire. */
  headers: string;
};

/** How many letters a list shows at most: a demo may have sent thousands. */
const listed = 100;

// Orders the letters of one millisecond.
let sequence = 0;

const folder = () => join(environment().dataFolder, "mailbox");

/** Whether people may look into the mailbox: on a developer's computer, and while no mail server is set. */
export function mailboxIsOpen(): boolean {
  return environment().smtpUrl === null && isDemoOrDev();
}

/** Puts a letter into the mailbox. Nobody ever reads half of one: it gets its name when it is complete. */
export async function keep(letter: Omit<CapturedLetter, "id" | "sentAt">): Promise<CapturedLetter> {
  const sentAt = now().toISOString();
  sequence += 1;
  const id = `${sentAt.replaceAll(/[:.]/g, "-")}-${String(sequence).padStart(8, "0")}-${randomId()}`;
  const kept = { id, sentAt, ...letter };
  await mkdir(folder(), { recursive: true });
  const draft = join(folder(), `${id}.draft`);
  await writeFile(draft, JSON.stringify(kept), { mode: 0o600 });
  await rename(draft, join(folder(), `${id}.json`));
  return kept;
}

/** The newest letters (to `address`, without regard to case), newest first. */
export async function captured(address: string | null = null): Promise<CapturedLetter[]> {
  const found: CapturedLetter[] = [];
  for (const file of await newestFirst()) {
    if (found.length === listed) break;
    const letter: CapturedLetter = JSON.parse(await readFile(join(folder(), file), "utf8"));
    if (!address || letter.to.toLowerCase() === address.toLowerCase()) found.push(letter);
  }
  return found;
}

async function newestFirst(): Promise<string[]> {
  try {
    const files = await readdir(folder());
    return files
      .filter((file) => file.endsWith(".json"))
      .sort()
      .reverse();
  } catch (error) {
    // No letter has been sent yet.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
