/** Tells the owner by mail that a recovery code was used: whoever finds the printed list must not stay unnoticed. */
import { type Addressee, noticeProps, notify } from "@/lib/accounts/notify";
import type { Transaction } from "@/lib/database/transaction";
import type { Visitor } from "@/lib/kernel/visitor";
import { codesLeft } from "./recovery-code";
import { listRecoveryCodes } from "./recovery-code-queries";

/** Enqueues the letter in the transaction that spent the code of `userId`. */
export async function noteRecoveryCodeUse(
  trx: Transaction,
  userId: string,
  owner: Addressee,
  visitor: Visitor,
): Promise<void> {
  const left = codesLeft(await listRecoveryCodes(trx, userId));
  await notify(trx, owner, { name: "recovery-code-used", props: { ...noticeProps(owner, visitor), left } });
}
