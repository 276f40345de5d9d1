/** Tells an account's owner by mail that something changed, with what to do if it was not them. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import type { Visitor } from "@/lib/kernel/visitor";
import type { QueuedLetter } from "@/lib/mail/jobs";
import { enqueue } from "@/lib/mail/queue";
import { browserParts } from "@/lib/sessions/browser-name";
import { chooseLanguage, type Language } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";

/** The owner of an account, as letters address them. */
export type Addressee = {
  userId: string;
  name: string;
  email: string;
  language: string | null;
  organisationName: string;
};

/** What every notice tells about where a change came from. */
export function noticeProps(to: Addressee, visitor: Visitor) {
  return {
    name: to.name,
    organisation: to.organisationName,
    at: now().toISOString(),
    browser: browserIn(chooseLanguage([to.language]), visitor.userAgent),
    address: visitor.address,
  };
}

/** "Chrome on Windows", as the screens say it; null when nothing is known. */
function browserIn(language: Language, userAgent: string | null): string | null {
  const { browser, system } = browserParts(userAgent);
  if (!browser && !system) return null;
  return wordsIn(language).mySettings.sessions.browserOn(browser, system);
}

/** Enqueues `letter` in the transaction of the change that it tells of. */
export async function notify(trx: Transaction, to: Addressee, letter: QueuedLetter): Promise<void> {
  const language = chooseLanguage([to.language]);
  await enqueue(trx, "send-letter", { to: to.email, userId: to.userId, language, letter });
}
