/** Sets a new password by the link that was mailed. Never opens a session. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { onOneself } from "@/lib/sessions/actor";
import { endAllBecause } from "@/lib/sessions/end-sessions";
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
  type UsedLink,
} from "./follow-link";
import { noticeProps, notify } from "./notify";
import { type PasswordRefusal, weaknessOf } from "./password";
import { hashPassword } from "./password-hash";
import { setPasswordOfAddress } from "./password-queries";
import { knowBrowserOfLink } from "./remember-browser";
import { holdLinks } from "./void-links";

const reset: Links = { purpose: "password-reset" };

export type ResetRefusal = { code: LinkEnd };

/** Whether the reset link behind `token` is open; reading spends nothing. Of one that was used it tells when. */
export async function lookAtReset(
  token: string,
): Promise<Result<{ email: string }, { code: Exclude<LinkEnd, "used"> } | UsedLink>> {
  const link = await lookAtLink(reset, token);
  return link.ok ? ok({ email: link.value.email }) : link;
}

/**
 * Sets a new password by the mailed link, once, and confirms the address that it was mailed to. All sessions end, and
 * with them all other such links; the second step is asked for as ever (ASVS 5.0, 6.4.3). Returns whose password that
 * is, and the token by which the browser is known from now on.
 */
export async function resetPassword(
  token: string,
  chosen: string,
  visitor: Visitor,
): Promise<Result<{ owner: LinkOwner; browserToken: string }, ResetRefusal | PasswordRefusal | TooMany>> {
  const opened = await followLink(reset, token, visitor);
  if (!opened.ok) return opened;
  const link = opened.value;
  const weakness = weaknessOf(chosen, [link.organisationName, link.name, link.email]);
  if (weakness) {
    await forgiveLimits(limitsOfProofsFrom(visitor));
    return refuse(weakness);
  }
  const passwordHash = await hashPassword(chosen);

  const browserToken = await inTransaction(async (trx) => {
    const at = now();
    // There may be others: of letters that seemed not to arrive, or of one that is on its way. Whoever has read them in
    // this mailbox before must not undo the reset that shuts them out.
    const voidOthers = await holdLinks(trx, link.userId, "password-reset");
    if (!(await spendEmailToken(trx, link.id, at))) return undefined;
    // Hashing may have waited for long: meanwhile an administrator may have taken the account out of a stolen mailbox.
    if (!(await setPasswordOfAddress(trx, link.userId, link.email, passwordHash, at))) return undefined;
    // Whoever reads its mail has proven the mailbox as surely as by the other link: from now on it is a second step.
    await confirmByLink(trx, link, null, at, visitor);
    await voidOthers(at);
    await endAllBecause(trx, link.userId, "password-changed");
    await recordEvent(trx, {
      event: "password.reset",
      result: "success",
      ...onOneself({ ...link, visitor }),
    });
    await notify(trx, link, { name: "password-changed", props: noticeProps(link, visitor) });
    return knowBrowserOfLink(trx, link.userId, token, visitor);
  });
  if (!browserToken) return refuseOvertaken(reset, token, visitor);
  await forgiveLimits(limitsOfProofsFrom(visitor));
  return ok({ owner: ownerOf(link), browserToken });
}
