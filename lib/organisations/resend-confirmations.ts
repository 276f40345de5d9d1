/** "Resend E-mail confirmations": takes down everybody who is shown and not confirmed, and leaves the rest to the queue. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/id";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { enqueue } from "@/lib/mail/queue";
import { actedBy } from "@/lib/sessions/actor";
import { holdSession } from "@/lib/sessions/hold-session";
import type { Permitted } from "./permission";
import { countPreview, hasRecipients } from "./sending-preview-queries";
import { findRunningSending, findSending } from "./sending-progress-queries";
import { noteFinished, noteServer } from "./sending-queries";
import { failedToWaiting } from "./sending-recipient-queries";
import { insertRecipients, insertSending } from "./sending-start-queries";
import { getSettings, lockSettings } from "./settings-queries";
import type { Shown } from "./shown-users-queries";
import type { UserFilter } from "./user-view";
import { reachOf } from "./visibility";

/** `running` is a sending that goes on and may be why there is nothing left to send. */
export type ResendRefusal =
  | { code: "nothing-to-send"; running: string | null }
  | { code: "not-found" }
  | { code: "session-ended" };

/**
 * Starts a sending to the users that `filter` shows, and answers its id. The id is made with the page that asks, so that
 * pressing twice is one sending; whoever got an e-mail since `seenAt`, when that page was made, gets no second one.
 * One sending of an organisation starts after the other, so that each sees whom the others have taken down.
 */
export async function resendConfirmations(
  by: Permitted<"users.invite">,
  filter: UserFilter,
  { sendingId, seenAt }: { sendingId: string; seenAt: Date },
): Promise<Result<{ sendingId: string }, ResendRefusal>> {
  if (!isId(sendingId)) return refuse("not-found");
  const reach = reachOf(by);
  return inTransaction(async (trx): Promise<Result<{ sendingId: string }, ResendRefusal>> => {
    const { allowedMethods: allowed } = await getSettings(trx, by.organisationId);
    const shown = { reach, filter, allowed };
    // Asked before the lock too: whoever presses second does not wait for the first one's hundred thousand.
    const answered = await answerWithoutSending(trx, shown, sendingId, seenAt);
    if (answered) return answered;
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    await lockSettings(trx, by.organisationId);
    const overtaken = await answerWithoutSending(trx, shown, sendingId, seenAt);
    if (overtaken) return overtaken;

    const at = now();
    const preview = await countPreview(trx, shown, seenAt);
    const { organisationId, userId: startedBy } = by;
    const isNew = await insertSending(trx, { id: sendingId, organisationId, startedBy, at, preview });
    // There is one that was not found above: somebody else started it, out of reach.
    if (!isNew) return refuse("not-found");
    const recipients = await insertRecipients(trx, sendingId, shown, seenAt, at);
    await recordEvent(trx, {
      event: "confirmations.resent",
      result: "success",
      ...actedBy(by),
      detail: { jobId: sendingId, ...preview, recipients },
    });
    await enqueue(trx, "resend-confirmations", { jobId: sendingId });
    return ok({ sendingId });
  });
}

/** The answer when this very sending was started already, or when there is nobody to send to. */
async function answerWithoutSending(
  trx: Transaction,
  shown: Shown,
  sendingId: string,
  seenAt: Date,
): Promise<Result<{ sendingId: string }, ResendRefusal> | undefined> {
  if (await findSending(trx, shown.reach, sendingId)) return ok({ sendingId });
  if (await hasRecipients(trx, shown, seenAt)) return undefined;
  return refuse("nothing-to-send", { running: (await findRunningSending(trx, shown.reach)) ?? null });
}

/**
 * "Try the failed again": those whose e-mail could not be sent wait once more, but for users who are out of reach by
 * now; nothing happens when there are none.
 */
export async function tryFailedAgain(
  by: Permitted<"users.invite">,
  sendingId: string,
): Promise<Result<{ count: number }, { code: "not-found" | "session-ended" }>> {
  if (!isId(sendingId)) return refuse("not-found");
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    await lockSettings(trx, by.organisationId);
    const reach = reachOf(by);
    if (!(await findSending(trx, reach, sendingId))) return refuse("not-found");
    const count = await failedToWaiting(trx, reach, sendingId, now());
    if (count === 0) return ok({ count });
    await noteFinished(trx, sendingId, null);
    await noteServer(trx, sendingId, { failuresInARow: 0, nextTryAt: null });
    await recordEvent(trx, {
      event: "confirmations.resent",
      result: "success",
      ...actedBy(by),
      detail: { jobId: sendingId, again: count },
    });
    await enqueue(trx, "resend-confirmations", { jobId: sendingId });
    return ok({ count });
  });
}
