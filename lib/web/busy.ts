/** Too many passwords at once is something to say to a person, not a fault. */
import "server-only";
import { TooBusy } from "@/lib/accounts/password-hash";
import { after, now } from "@/lib/kernel/clock";
import { seconds } from "@/lib/kernel/duration";
import { answerWith } from "./request-scope";

/** About the time in which a full queue empties. */
const comeBackIn = seconds(2);

/** For the `catch` of a verb that hashes passwords: a refusal when the queue is full; any other fault goes on. */
export function busy(error: unknown): { ok: false; code: "busy" } {
  if (!(error instanceof TooBusy)) throw error;
  answerWith(503, after(now(), comeBackIn));
  return { ok: false, code: "busy" };
}
