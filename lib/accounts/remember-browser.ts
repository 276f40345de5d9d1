/** Knows a browser again in which a user has completed a login, and tells the user of one that is new. */
import type { Transaction } from "@/lib/database/transaction";
import { before } from "@/lib/kernel/clock";
import { digests } from "@/lib/kernel/digest";
import { days } from "@/lib/kernel/duration";
import type { Visitor } from "@/lib/kernel/visitor";
import type { PresentBrowser } from "./browser-queries";
import { noticeProps, notify } from "./notify";
import { findCredentialsById } from "./queries";

export { isNewcomer, knowing, type PresentBrowser, remembering } from "./browser-queries";

/** How exactly is kept when a browser was last seen: each login would write it anew, for what is forgotten after a year. */
const seenPrecision = days(1);

/** The browser with `token` at `at`, to be known again and remembered. */
export function presentBrowser(token: string, at: Date): PresentBrowser {
  return {
    candidates: digests("known-browser", token),
    lastNoted: before(at, seenPrecision),
  };
}

/** Tells `userId` of a login from a browser they never had (ASVS 5.0, 6.3.5), in the transaction of that login. */
export async function tellOfNewBrowser(trx: Transaction, userId: string, visitor: Visitor): Promise<void> {
  const user = await findCredentialsById(trx, userId);
  if (user) await notify(trx, user, { name: "new-browser-login", props: noticeProps(user, visitor) });
}
