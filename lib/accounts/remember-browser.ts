/** Knows a browser again in which a user has logged in or chosen their password, and tells the user of one that is new. */
import type { Transaction } from "@/lib/database/transaction";
import { before, now } from "@/lib/kernel/clock";
import { derivedToken } from "@/lib/kernel/digest";
import { days } from "@/lib/kernel/duration";
import type { Visitor } from "@/lib/kernel/visitor";
import { browserDigests } from "@/lib/sessions/known-browser";
import { spendLimits } from "@/lib/throttle/spend-limits";
import type { PresentBrowser } from "./browser-parts";
import { insertKnownBrowser } from "./browser-queries";
import { noticeProps, notify } from "./notify";
import { findCredentialsById } from "./queries";

/** How exactly is kept when a browser was last seen: each login would write it anew, for what is forgotten after a year. */
const seenPrecision = days(1);

/** The browser of `visitor`, with `token`, at `at`, to be known again and remembered. */
export function presentBrowser(token: string, { userAgent }: Visitor, at: Date): PresentBrowser {
  return {
    candidates: browserDigests(token),
    userAgent,
    lastNoted: before(at, seenPrecision),
  };
}

/**
 * Knows the browser from now on in which `userId` has chosen a password by the mailed link with `linkToken`; returns its
 * token. Strangers who keep guessing would otherwise keep out whoever has just proven their mailbox: guesses from browsers
 * that are not known count together.
 */
export async function knowBrowserOfLink(
  trx: Transaction,
  userId: string,
  linkToken: string,
  { browserToken, userAgent }: Visitor,
): Promise<string> {
  const token = browserToken ?? derivedToken("browser-of-link", linkToken);
  const [digest = ""] = browserDigests(token);
  await insertKnownBrowser(trx, userId, { digest, userAgent }, now());
  return token;
}

/**
 * Tells `userId` of a login from a browser they never had (ASVS 5.0, 6.3.5), in the transaction of that login; not of the
 * eleventh in an hour, when ten letters have told of it. The audit log has each.
 */
export async function tellOfNewBrowser(trx: Transaction, userId: string, visitor: Visitor): Promise<void> {
  const user = await findCredentialsById(trx, userId);
  if (!user) return;
  const told = await spendLimits([{ limit: "new-browsers-told-per-account", of: userId }], trx);
  if (!told.ok) return;
  const owner = { ...user, userId };
  await notify(trx, owner, { name: "new-browser-login", props: noticeProps(owner, visitor) });
}
