/** Asks for a mailed link to an address that anybody can write into a form: one answer for everybody, after the same work. */
import type { AuditEvent } from "@/lib/audit/event";
import { recordEvent } from "@/lib/audit/record-event";
import { type Database, database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { limitsOfLinks, limitsOfRecording } from "./door-limits";
import { normalAddress } from "./email-address";
import type { EmailTokenPurpose } from "./email-token";
import { type Credentials, findCredentials } from "./queries";

/** A kind of link that can be asked for. */
type Link = {
  purpose: EmailTokenPurpose;
  event: AuditEvent["event"];
  /** Whether whoever was found, if anybody, is mailed one. */
  isDue: (user: Credentials | undefined) => boolean;
  /** Leaves the letter to the queue, so that the answer takes as long for everybody. */
  enqueue: (trx: Transaction, userId: string) => Promise<void>;
};

/** Has `link` mailed if it is due to whoever has `email`; refuses whoever asks too often, whether or not anybody has it. */
export async function askForLink(
  { purpose, event, isDue, enqueue }: Link,
  email: string,
  visitor: Visitor,
): Promise<Result<undefined, TooMany>> {
  const address = normalAddress(email);
  const record = (on: Database, user: Credentials | undefined, how: Pick<AuditEvent, "result" | "reason">) =>
    recordEvent(on, {
      event,
      organisationId: user?.organisationId ?? null,
      actorId: null,
      targetId: user?.id ?? null,
      visitor,
      ...how,
    });

  const allowed = await spendLimits(limitsOfLinks(purpose, address, visitor));
  if (!allowed.ok) {
    if ((await spendLimits(limitsOfRecording("links", visitor, `${purpose} ${address}`))).ok)
      await record(database(), await findCredentials(database(), email), {
        result: "refusal",
        reason: "too-many",
      });
    return allowed;
  }
  const user = await findCredentials(database(), email);
  await inTransaction(async (trx) => {
    await record(trx, user, { result: isDue(user) ? "success" : "failure" });
    // For whom none is due, too: a statement more or less would tell who has an account. The queue's handler sees.
    await enqueue(trx, user?.id ?? randomId());
  });
  return ok();
}
