/** Changes what people say about themselves: their name and the language that they are spoken to in. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import type { Actor } from "@/lib/sessions/actor";
import type { Language } from "@/lib/words/language";
import { setProfile } from "./queries";

/** Changes one's own profile. Without a `language` that one stays as it is; null leaves it to the organisation. */
export function changeProfile(
  by: Actor,
  profile: { name: string; language?: Language | null },
): Promise<void> {
  return inTransaction(async (trx) => {
    await setProfile(trx, by.userId, profile, now());
    await recordEvent(trx, {
      event: "user.changed",
      result: "success",
      organisationId: by.organisationId,
      actorId: by.userId,
      targetId: by.userId,
      visitor: by.visitor,
    });
  });
}
