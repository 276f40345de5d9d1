/** Confirms an e-mail address by the link that was sent to it. Looking spends nothing; the button does. */
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { forgiveLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { confirmByLink } from "./confirm-by-link";
import { limitsOfProofsFrom } from "./door-limits";
import { spendEmailToken } from "./email-token-queries";
import {
  followLink,
  type LinkEnd,
  type LinkOwner,
  type Links,
  lookAtLink,
  ownerOf,
  refuseOvertaken,
} from "./follow-link";
import { type PasswordRefusal, weaknessOf } from "./password";
import { hashPassword } from "./password-hash";
import { knowBrowserOfLink } from "./remember-browser";

/** Whoever is confirmed is told so, whichever of their links they open: there is nothing left to do. */
const activation: Links<"confirmed-already"> = {
  purpose: "activation",
  needless: ({ emailConfirmedAt }) => (emailConfirmedAt ? "confirmed-already" : undefined),
};

/** Why an activation link does not open. */
export type ActivationRefusal = { code: LinkEnd | "confirmed-already" };

export type OpenActivation = {
  email: string;
  name: string;
  organisationName: string;
  needsPassword: boolean;
};

/** What the page behind `token` shows; reading it spends nothing. */
export async function lookAtActivation(token: string): Promise<Result<OpenActivation, ActivationRefusal>> {
  const link = await lookAtLink(activation, token);
  if (!link.ok) return link;
  const { email, name, organisationName, hasPassword } = link.value;
  return ok({ email, name, organisationName, needsPassword: !hasPassword });
}

/**
 * Confirms the address that `token` was mailed to, once. A user without a password chooses one in the same step, and is
 * not confirmed without it. Then it returns the token by which their browser is known from now on, and always whose
 * address that is. A `password` that comes for a user who has one, or has chosen one elsewhere while this was hashed, is
 * left alone, and `passwordStays` says so.
 */
export async function confirmEmail(
  token: string,
  password: string | null,
  visitor: Visitor,
): Promise<
  Result<
    { owner: LinkOwner; browserToken: string | null; passwordStays: boolean },
    ActivationRefusal | PasswordRefusal | TooMany | { code: "password-missing" }
  >
> {
  const opened = await followLink(activation, token, visitor);
  if (!opened.ok) return opened;
  const link = opened.value;
  const choosesPassword = !link.hasPassword;
  const weakness =
    choosesPassword &&
    (password ? weaknessOf(password, [link.organisationName, link.name, link.email]) : "password-missing");
  if (weakness) {
    await forgiveLimits(limitsOfProofsFrom(visitor));
    return refuse(weakness);
  }
  const passwordHash = choosesPassword && password ? await hashPassword(password) : null;

  const confirmed = await inTransaction(async (trx) => {
    const at = now();
    if (!(await spendEmailToken(trx, link.id, at))) return undefined;
    const done = await confirmByLink(trx, link, passwordHash, at, visitor);
    if (!done) return undefined;
    const isSet = done.isChosenSet;
    const browserToken = isSet ? await knowBrowserOfLink(trx, link.userId, token, visitor) : null;
    return { browserToken, passwordStays: !isSet && Boolean(password) };
  });
  if (!confirmed) return refuseOvertaken(activation, token, visitor);
  await forgiveLimits(limitsOfProofsFrom(visitor));
  return ok({ owner: ownerOf(link), ...confirmed });
}
