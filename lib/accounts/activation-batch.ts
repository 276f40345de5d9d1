/** Makes activation links for many at once. As with a single one, a link dies when its successor is with the mail server. */
import { recordEvents } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { after, now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { environment } from "@/lib/kernel/env";
import { randomId, randomToken } from "@/lib/kernel/random";
import {
  deleteActivations,
  insertActivationTokens,
  replaceOlderActivations,
} from "./activation-batch-queries";
import { tokenLife } from "./email-token";

/** A link with its owner. The token in it is stored nowhere. */
export type ActivationLink = { id: string; userId: string; url: string; expiresAt: Date };

/** Makes a link for each of `owners`, in their order. */
export async function makeActivationLinks(
  owners: { userId: string; email: string }[],
): Promise<ActivationLink[]> {
  const createdAt = now();
  const expiresAt = after(createdAt, tokenLife.activation);
  const made = owners.map((owner) => ({ ...owner, id: randomId(), token: randomToken() }));
  const rows = made.map(({ token, ...rest }) => ({ ...rest, tokenDigest: digest("email-token", token) }));
  await insertActivationTokens(database(), rows, { createdAt, expiresAt });
  return made.map(({ id, userId, token }) => ({
    id,
    userId,
    url: `${environment().origin}/verify-email?token=${token}`,
    expiresAt,
  }));
}

/** Joins the writing down of how the letters went: `sent` links replace older ones, `unsent` ones are forgotten. */
export async function settleActivationLinks(
  trx: Transaction,
  organisationId: string,
  { sent, unsent }: { sent: ActivationLink[]; unsent: ActivationLink[] },
): Promise<void> {
  const idsOf = (links: ActivationLink[]) => links.map(({ id }) => id);
  if (unsent.length > 0) await deleteActivations(trx, idsOf(unsent));
  if (sent.length === 0) return;
  await replaceOlderActivations(trx, sent, now());
  await recordEvents(
    trx,
    sent.map(({ userId }) => ({
      event: "activation.sent",
      result: "success",
      organisationId,
      actorId: null,
      targetId: userId,
    })),
  );
}
