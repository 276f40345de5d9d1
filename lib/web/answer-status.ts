/**
 * The status of an answer that a page or an action cannot set by itself in Next: 4xx for a form that came back, 429 with
 * Retry-After. The server script opens a scope for each request and applies what is asked for here; where a platform
 * runs the pages without that script, the answer is the same but for its number.
 */
import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";
import { now } from "@/lib/kernel/clock";

/** What the server script reads when it writes the head of the answer. */
type Answer = { status?: number; retryAfter?: number };

const key = Symbol.for("twostep.answer");

/** Asks for `status`; with `comeBackAt` also for Retry-After, in whole seconds from now. */
export function answerWith(status: 422 | 429 | 503, comeBackAt?: Date): void {
  const scope = (globalThis as { [key]?: AsyncLocalStorage<Answer> })[key];
  const answer = scope?.getStore();
  if (!answer) return;
  answer.status = status;
  if (comeBackAt) answer.retryAfter = Math.max(1, Math.ceil((comeBackAt.getTime() - now().getTime()) / 1000));
}
