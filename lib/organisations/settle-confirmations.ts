/** Writes down how letters of a sending went: the row, the links, and the audit log, in one transaction. */
import { type ActivationLink, settleActivationLinks } from "@/lib/accounts/activation-batch";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import type { Duration } from "@/lib/kernel/duration";
import { gathered } from "@/lib/kernel/gather";
import { type Ending, settleRecipients } from "./resend-recipient-queries";

/** How a letter went, with the link that was in it. */
export type LetterEnding = Ending & { link: ActivationLink };

/** How long the first of several waits for company: a transaction for ten costs little more than one for one. */
const company = 4 as Duration;

/** Writes down an ending; what comes at about the same time goes in one transaction. Resolves when it is committed. */
export type Settle = (ending: LetterEnding) => Promise<void>;

/** For all letters of a sending that one process is at. */
export function settler(sending: { id: string; organisationId: string }): Settle {
  return gathered((endings) => settleAll(sending, endings), company);
}

/** Writes down several endings. */
export function settleAll(
  sending: { id: string; organisationId: string },
  endings: LetterEnding[],
): Promise<void> {
  const linksOf = (wanted: boolean) =>
    endings.filter(({ is }) => (is === "sent") === wanted).map(({ link }) => link);
  return inTransaction(async (trx) => {
    await settleRecipients(trx, sending.id, endings, now());
    await settleActivationLinks(trx, sending.organisationId, { sent: linksOf(true), unsent: linksOf(false) });
  });
}
