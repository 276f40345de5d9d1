/** "I cannot get any code": the last way on for somebody whose phone and mailbox are gone. */
import type { Letter } from "@/emails/catalogue";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { environment } from "@/lib/kernel/env";
import type { Visitor } from "@/lib/kernel/visitor";
import { enqueueAll } from "@/lib/mail/queue";
import { onOneself } from "@/lib/sessions/actor";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { findLockedOut, type LockedOut } from "@/lib/two-factor/find-locked-out";
import { chooseLanguage } from "@/lib/words/language";
import { listAdministrators } from "./administrator-queries";

/**
 * Mails the organisation's administrators that whoever stands behind the pending login `token` needs help, once an hour
 * for a user. It answers nothing, so that the page says the same always: how many administrators there are, and whether
 * somebody has asked before, is nobody's business who has nothing but a password.
 */
export function askForHelp(token: string, visitor: Visitor): Promise<void> {
  return inTransaction(async (trx) => {
    const user = await findLockedOut(trx, token);
    if (!user) return;
    const allowed = await spendLimits([{ limit: "help-per-account", of: user.userId }], trx);
    if (allowed.ok) await mailAdministrators(trx, user);
    // Presses between two letters as often as tells of somebody who keeps pressing, and no more.
    const presses = { limit: "refusals-recorded-per-user", of: `help ${user.userId}` } as const;
    if (!allowed.ok && !(await spendLimits([presses], trx)).ok) return;
    await recordEvent(trx, {
      event: "help.requested",
      result: allowed.ok ? "success" : "refusal",
      ...onOneself({ ...user, visitor }),
      ...(!allowed.ok && { reason: allowed.code }),
    });
  });
}

async function mailAdministrators(trx: Transaction, user: LockedOut): Promise<void> {
  const administrators = await listAdministrators(trx, user.organisationId, user.userId);
  const about = {
    organisation: user.organisationName,
    user: { name: user.name, email: user.email },
    at: now().toISOString(),
    url: `${environment().origin}/administration/users/${user.userId}`,
  };
  await enqueueAll(
    trx,
    "send-letter",
    administrators.map(({ id: userId, name, email, language }) => {
      const letter: Letter<"help-request"> = { name: "help-request", props: { ...about, name } };
      return { to: email, userId, language: chooseLanguage([language]), letter };
    }),
  );
}
