/** Makes activation links for many at once. As with a single one, a link dies when its successor is with the mail server. */
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { after, now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { environment } from "@/lib/kernel/env";
import { randomId, randomToken } from "@/lib/kernel/random";
import { insertActivationTokens } from "./activation-batch-queries";
import { tokenLife } from "./email-token";
import { deleteUnsentEmailTokens } from "./email-token-queries";

export { forgettingActivations, replacingOlderActivations } from "./activation-batch-queries";

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

/** Forgets links whose letters were not begun. */
export function forgetActivationLinks(trx: Transaction, links: ActivationLink[]): Promise<void> {
  return deleteUnsentEmailTokens(
    trx,
    links.map(({ id }) => id),
  );
}
