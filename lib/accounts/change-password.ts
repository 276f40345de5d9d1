/** Changes a password, by its owner who knows the present one. */
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { after, holds, now } from "@/lib/kernel/clock";
import { minutes } from "@/lib/kernel/duration";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type FreshActor, onOneself } from "@/lib/sessions/actor";
import { endOthersBecause } from "@/lib/sessions/end-sessions";
import { holdSession } from "@/lib/sessions/hold-session";
import { forgiveLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { checkOwnPassword, refuseOutdated } from "./check-password";
import { noticeProps, notify } from "./notify";
import { type PasswordRefusal, weaknessOf } from "./password";
import { hashPassword } from "./password-hash";
import { findPasswordMoment, replacePassword } from "./password-queries";
import { holdLinks } from "./void-links";

/** How long after a change a former password is told of it: enough for whoever presses the button a second time. */
const toldOfFor = minutes(10);

type ChangeRefusal =
  | { code: "wrong-credentials" | "session-ended" }
  | { code: "just-changed"; changedAt: Date };

/**
 * Changes one's own password; the other sessions end, and a letter tells of it. A wrong present one is refused
 * `just-changed`, with the moment, where that was changed in the last ten minutes. Refuses `session-ended` where somebody
 * has ended the session while the change waited for its hash: who is shut out of it must not shut others out by that.
 */
export async function changePassword(
  by: FreshActor,
  current: string,
  chosen: string,
): Promise<Result<undefined, ChangeRefusal | TooMany | PasswordRefusal>> {
  const checked = await checkOwnPassword(by.userId, current, by.visitor);
  if (!checked.ok) return checked.code === "too-many" ? checked : refuseWrong(by);
  await forgiveLimits(checked.value.counted);
  const weakness = weaknessOf(chosen, [by.organisationName, by.name, by.email]);
  if (weakness) return refuse(weakness);
  const passwordHash = await hashPassword(chosen);

  const changed = await inTransaction(async (trx) => {
    const at = now();
    // A reset link that somebody else asked for must not outlive the change that shuts them out. Before the user's row,
    // like whoever follows the link: two who change a password at once do not wait for each other in a circle.
    const voidLinks = await holdLinks(trx, by.userId, "password-reset");
    const present = await holdSession(trx, by);
    if (!present) return refuse("session-ended");
    // By a press of the same button that was quicker: what was given here as the present password is not it any more.
    if (!(await replacePassword(trx, by.userId, checked.value.passwordHash, passwordHash, at)))
      return undefined;
    await voidLinks(at);
    await endOthersBecause(trx, present, "password-changed");
    await recordEvent(trx, {
      event: "password.changed",
      result: "success",
      ...onOneself(by),
    });
    await notify(trx, by, { name: "password-changed", props: noticeProps(by, by.visitor) });
    return ok();
  });
  if (changed) return changed;
  await refuseOutdated(checked.value, by.visitor);
  return refuseWrong(by);
}

/**
 * Without JavaScript the second of two presses is the one that is answered, and gives the former password. It is told
 * when that was changed, whatever it brings as the new one: if that were compared, each try could guess twice.
 */
async function refuseWrong(by: FreshActor): Promise<Result<never, ChangeRefusal>> {
  const changedAt = await findPasswordMoment(database(), by.userId);
  const isLately = changedAt && holds(after(changedAt, toldOfFor), now());
  return isLately ? refuse("just-changed", { changedAt }) : refuse("wrong-credentials");
}
