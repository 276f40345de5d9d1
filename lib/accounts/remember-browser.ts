/** Knows a browser again in which a user has completed a login, and tells the user of one that is new. */
import type { Transaction } from "@/lib/database/transaction";
import type { Visitor } from "@/lib/kernel/visitor";
import { noticeProps, notify } from "./notify";
import { findCredentialsById } from "./queries";

export { isNewcomer, knowing, remembering } from "./browser-queries";

/** Tells `userId` of a login from a browser they never had (ASVS 5.0, 6.3.5), in the transaction of that login. */
export async function tellOfNewBrowser(trx: Transaction, userId: string, visitor: Visitor): Promise<void> {
  const user = await findCredentialsById(trx, userId);
  if (user) await notify(trx, user, { name: "new-browser-login", props: noticeProps(user, visitor) });
}
