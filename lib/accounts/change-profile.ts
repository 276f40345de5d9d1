/** Changes what people say about themselves: their name and the language that they are spoken to in. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, onOneself } from "@/lib/sessions/actor";
import { holdSession } from "@/lib/sessions/hold-session";
import type { Language } from "@/lib/words/language";
import { lockProfile, setProfile } from "./profile-queries";

/**
 * Changes what `change` names of one's own profile; nothing where it is so already, because the forms of others would
 * be out of date by it. Without a language people are spoken to in that of their organisation.
 * Refuses `session-ended` to whom somebody has shut out meanwhile.
 */
export function changeProfile(
  by: Actor,
  change: { name?: string; language?: Language | null },
): Promise<Result<undefined, { code: "session-ended" }>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    const present = await lockProfile(trx, by.userId);
    const { name = present.name, language = present.language } = change;
    const wanted = { name, language };
    const detail = {
      ...(wanted.name !== present.name && { name: [present.name, wanted.name] }),
      ...(wanted.language !== present.language && { language: [present.language, wanted.language] }),
    };
    if (Object.keys(detail).length === 0) return ok();
    await setProfile(trx, by.userId, wanted, now());
    await recordEvent(trx, {
      event: "user.changed",
      result: "success",
      ...onOneself(by),
      detail,
    });
    return ok();
  });
}
