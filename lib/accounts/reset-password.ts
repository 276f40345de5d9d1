/** Sets a new password by the link that was mailed. Never opens a session. */
import { eventNow, recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { endAllBecause } from "@/lib/sessions/end-sessions";
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
import { noticeProps, notify } from "./notify";
import { type PasswordRefusal, weaknessOf } from "./password";
import { hashPassword } from "./password-hash";
import { setPasswordOfAddress } from "./password-queries";
import { refusedLink, refuseOvertaken } from "./refuse-link";
import { knowBrowserOfLink } from "./remember-browser";
import { holdLinks } from "./void-links";

export type ResetRefusal = { code: "unknown" | Exclude<EmailTokenState, "open"> };

/** Whether the reset link behind `token` is open; reading spends nothing. */
export async function lookAtReset(token: string): Promise<Result<{ email: string }, ResetRefusal>> {
  const open = openReset(await findEmailToken(database(), "password-reset", token));
  return open.ok ? ok({ email: open.value.email }) : open;
}

/**
 * Sets a new password by the mailed link, once, and confirms the address that it was mailed to. All sessions end, and
 * with them all other such links; the second step is asked for as ever (ASVS 5.0, 6.4.3). Returns the token by which the
 * browser is known from now on.
 */
export async function resetPassword(
  token: string,
  chosen: string,
  visitor: Visitor,
): Promise<Result<{ browserToken: string }, ResetRefusal | PasswordRefusal | TooMany>> {
  const ofSource = limitsPerSource(visitor);
  const gate = await spendingGate(ofSource);
  const ifClosed = eventNow(refusedLink("password-reset", undefined, "too-many", visitor));
  const { found, until } = await findEmailTokenAtGate(database(), "password-reset", token, gate, ifClosed);
  if (until) return refuse("too-many", { until });
  const open = openReset(found);
  if (!open.ok) {
    await recordEvent(database(), refusedLink("password-reset", found, open.code, visitor));
    return open;
  }
  const user = open.value;
  const weakness = weaknessOf(chosen, [user.organisationName, user.name, user.email]);
  if (weakness) {
    await forgiveLimits(ofSource);
    return refuse(weakness);
  }
  const passwordHash = await hashPassword(chosen);

  const browserToken = await inTransaction(async (trx) => {
    const at = now();
    // There may be others: of letters that seemed not to arrive, or of one that is on its way. Whoever has read them in
    // this mailbox before must not undo the reset that shuts them out.
    const voidOthers = await holdLinks(trx, user.userId, "password-reset");
    if (!(await spendEmailToken(trx, user.id, at))) return undefined;
    // Hashing may have waited for long: meanwhile an administrator may have taken the account out of a stolen mailbox.
    if (!(await setPasswordOfAddress(trx, user.userId, user.email, passwordHash, at))) return undefined;
    // Whoever reads its mail has proven the mailbox as surely as by the other link: from now on it is a second step.
    await confirmByLink(trx, user, null, at, visitor);
    await voidOthers(at);
    await endAllBecause(trx, user.userId, "password-changed");
    await recordEvent(trx, {
      event: "password.reset",
      result: "success",
      organisationId: user.organisationId,
      actorId: user.userId,
      targetId: user.userId,
      visitor,
    });
    await notify(trx, user, { name: "password-changed", props: noticeProps(user, visitor) });
    return knowBrowserOfLink(trx, user.userId, token, visitor);
  });
  if (!browserToken) return refuseOvertaken("password-reset", token, openReset, visitor);
  await forgiveLimits(ofSource);
  return ok({ browserToken });
}

function openReset(found: EmailToken | undefined): Result<EmailToken, ResetRefusal> {
  if (found?.status !== "active" || !sameAddress(found.email, found.currentEmail)) return refuse("unknown");
  const state = tokenState(found, now());
  return state === "open" ? ok(found) : refuse(state);
}
