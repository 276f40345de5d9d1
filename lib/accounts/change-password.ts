/** Changes a password, by its owner who knows the present one. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type FreshActor, onOneself } from "@/lib/sessions/actor";
import { endOthersBecause } from "@/lib/sessions/end-sessions";
import { forgiveLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { checkOwnPassword, refuseOutdated } from "./check-password";
import { noticeProps, notify } from "./notify";
import { type PasswordRefusal, weaknessOf } from "./password";
import { hashPassword } from "./password-hash";
import { replacePassword } from "./password-queries";
import { voidEmailTokensFor } from "./void-links-queries";

/** Changes one's own password; the other sessions end, and a letter tells of it. */
export async function changePassword(
  by: FreshActor,
  current: string,
  chosen: string,
): Promise<Result<undefined, { code: "wrong-credentials" } | TooMany | PasswordRefusal>> {
  const checked = await checkOwnPassword(by.userId, current, by.visitor);
  if (!checked.ok) return checked;
  await forgiveLimits(checked.value.counted);
  const weakness = weaknessOf(chosen, [by.organisationName, by.name, by.email]);
  if (weakness) return refuse(weakness);
  const passwordHash = await hashPassword(chosen);

  const isChanged = await inTransaction(async (trx) => {
    const at = now();
    // A reset link that somebody else asked for must not outlive the change that shuts them out. Before the user's row,
    // like whoever follows the link: two who change a password at once do not wait for each other in a circle.
    await voidEmailTokensFor(trx, by.userId, "password-reset", at);
    // By a reset that was quicker: what was given here as the present password is not it any more.
    if (!(await replacePassword(trx, by.userId, checked.value.passwordHash, passwordHash, at))) return false;
    await endOthersBecause(trx, by, "password-changed");
    await recordEvent(trx, {
      event: "password.changed",
      result: "success",
      ...onOneself(by),
    });
    await notify(trx, by, { name: "password-changed", props: noticeProps(by, by.visitor) });
    return true;
  });
  return isChanged ? ok() : refuseOutdated(checked.value, by.visitor);
}
