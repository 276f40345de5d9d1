/** Mails an administrator that somebody needs help, as far as it is still theirs to help. */
import { mailNotice } from "@/lib/accounts/mail-notice";
import { database } from "@/lib/database/connection";
import type { Jobs } from "@/lib/mail/jobs";
import { findAdministratorEmail } from "./administrator-queries";

/**
 * The queue's handler. A letter may wait there for hours: whoever is no administrator by then is told nothing of anybody,
 * and whoever has another address by then is not written to where somebody else may read.
 */
export async function mailHelpRequest(waiting: Jobs["send-letter"], isLastTry = false): Promise<void> {
  const to = await findAdministratorEmail(database(), waiting.userId);
  if (to) await mailNotice({ ...waiting, to }, isLastTry);
}
