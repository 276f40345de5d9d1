/** Knows a browser again in which a user has completed a login, and tells the user of one that is new. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomToken } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import { countBrowsers, noteBrowser } from "./browser-queries";
import { noticeProps, notify } from "./notify";
import { findCredentialsById } from "./queries";

/**
 * Notes in the login's transaction that `userId` logged in with the browser of `visitor`, and returns the token to keep
 * in it. Whoever had logged in elsewhere before gets a letter (ASVS 5.0, 6.3.5); the very first login is no news.
 */
export async function rememberBrowser(trx: Transaction, userId: string, visitor: Visitor): Promise<string> {
  const token = visitor.browserToken ?? randomToken();
  const isNew = await noteBrowser(trx, userId, token, digest("known-browser", token), now());
  if (isNew && (await countBrowsers(trx, userId)) > 1) {
    const user = await findCredentialsById(trx, userId);
    if (user) await notify(trx, user, { name: "new-browser-login", props: noticeProps(user, visitor) });
  }
  return token;
}
