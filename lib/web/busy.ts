/** Too many passwords at once is something to say to a person, not a fault. */
import "server-only";
import { TooBusy } from "@/lib/accounts/password-hash";

/** For the `catch` of a verb that hashes passwords: a refusal when the queue is full; any other fault goes on. */
export function busy(error: unknown): { ok: false; code: "busy" } {
  if (error instanceof TooBusy) return { ok: false, code: "busy" };
  throw error;
}
