/** Confirms an e-mail address by the link that was sent to it. Looking spends nothing; the button does. */
import { eventNow, recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { forgiveLimits, spendingGate, type TooMany } from "@/lib/throttle/spend-limits";
import { confirmByLink } from "./confirm-by-link";
import { sameAddress } from "./email-address";
import { type EmailTokenState, tokenState } from "./email-token";
import {
  type EmailToken,
  findEmailToken,
  findEmailTokenAtGate,
  spendEmailToken,
} from "./email-token-queries";
import { limitsPerSource } from "./limits-per-source";
import { type PasswordRefusal, weaknessOf } from "./password";
import { hashPassword } from "./password-hash";
import { refusedLink, refuseOvertaken } from "./refuse-link";
import { knowBrowserOfLink } from "./remember-browser";

/** Why a link does not open: `unknown` also for addresses changed since and users who were deactivated. */
export type LinkRefusal = { code: "unknown" | Exclude<EmailTokenState, "open"> | "confirmed-already" };

export type OpenActivation = {
  email: string;
  name: string;
  organisationName: string;
  needsPassword: boolean;
};

/** What the page behind `token` shows; reading it spends nothing, because mail scanners open links. */
export async function lookAtActivation(token: string): Promise<Result<OpenActivation, LinkRefusal>> {
  const open = openActivation(await findEmailToken(database(), "activation", token));
  if (!open.ok) return open;
  const { email, name, organisationName, hasPassword } = open.value;
  return ok({ email, name, organisationName, needsPassword: !hasPassword });
}

/**
 * Confirms the address that `token` was mailed to, once. A user without a password chooses one in the same step, and is
 * not confirmed without it. Then it returns the token by which their browser is known from now on. A `password` that
 * comes for a user who has one, or has chosen one elsewhere while this was hashed, is left alone, and `passwordStays`
 * says so.
 */
export async function confirmEmail(
  token: string,
  password: string | null,
  visitor: Visitor,
): Promise<
  Result<
    { browserToken: string | null; passwordStays: boolean },
    LinkRefusal | PasswordRefusal | TooMany | { code: "password-missing" }
  >
> {
  const ofSource = limitsPerSource(visitor);
  const gate = await spendingGate(ofSource);
  const ifClosed = eventNow(refusedLink("activation", undefined, "too-many", visitor));
  const { found: asked, until } = await findEmailTokenAtGate(database(), "activation", token, gate, ifClosed);
  if (until) return refuse("too-many", { until });
  const open = openActivation(asked);
  if (!open.ok) {
    await recordEvent(database(), refusedLink("activation", asked, open.code, visitor));
    return open;
  }

  const found = open.value;
  const choosesPassword = !found.hasPassword;
  const weakness =
    choosesPassword &&
    (password ? weaknessOf(password, [found.organisationName, found.name, found.email]) : "password-missing");
  if (weakness) {
    await forgiveLimits(ofSource);
    return refuse(weakness);
  }
  const passwordHash = choosesPassword && password ? await hashPassword(password) : null;

  const confirmed = await inTransaction(async (trx) => {
    const at = now();
    if (!(await spendEmailToken(trx, found.id, at))) return undefined;
    const done = await confirmByLink(trx, found, passwordHash, at, visitor);
    if (!done) return undefined;
    const isSet = done.isChosenSet;
    const browserToken = isSet ? await knowBrowserOfLink(trx, found.userId, token, visitor) : null;
    return { browserToken, passwordStays: !isSet && Boolean(password) };
  });
  if (!confirmed) return refuseOvertaken("activation", token, openActivation, visitor);
  await forgiveLimits(ofSource);
  return ok(confirmed);
}

function openActivation(found: EmailToken | undefined): Result<EmailToken, LinkRefusal> {
  if (found?.status !== "active" || !sameAddress(found.email, found.currentEmail)) return refuse("unknown");
  // Whoever is confirmed is told so, whichever of their links they open: there is nothing left to do.
  if (found.emailConfirmedAt) return refuse("confirmed-already");
  const state = tokenState(found, now());
  return state === "open" ? ok(found) : refuse(state);
}
