/**
 * What the server script knows of a request and Next does not: the client's address; and what it does for an answer
 * that a page or an action cannot do by itself in Next: 4xx for a form that came back, 404 for a page that says so itself,
 * 429 and 503 with Retry-After, 503 instead of 500 when a service is away, and 4xx when nobody can read what was sent.
 * On a platform that runs the pages without that script, answers are the same but for their number.
 */
import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";
import { secondsUntil } from "@/lib/kernel/clock";

/** One for each request, made by scripts/server.mjs. */
type RequestScope = {
  address: string;
  status?: number;
  notFound?: boolean;
  retryAfter?: number;
  admitted?: string;
  insteadOfFault?: 400 | 413 | 503;
  whenOver?: (done: () => void) => void;
};

const key = Symbol.for("twostep.request");

function scope(): RequestScope | undefined {
  return (globalThis as { [key]?: AsyncLocalStorage<RequestScope> })[key]?.getStore();
}

/** The client's network address, as the server script saw it. */
export function addressSeen(): string | undefined {
  return scope()?.address;
}

/**
 * Does `done` once this request is over: answered, or given up by who asked. False, and it is never done, where nobody
 * knows when that is.
 */
export function whenOver(done: () => void): boolean {
  const request = scope();
  request?.whenOver?.(done);
  return request?.whenOver !== undefined;
}

/** Whether this answer is a form that came back: known after the action, when the page around it is made. */
export function isFormBack(): boolean {
  return scope()?.status !== undefined;
}

/** Whether `sessionId` was admitted earlier in this request. */
export function wasAdmitted(sessionId: string): boolean {
  return scope()?.admitted === sessionId;
}

/** Notes that `sessionId` was admitted: the page that answers an action is not judged anew by what the action changed. */
export function admit(sessionId: string): void {
  const request = scope();
  if (request) request.admitted = sessionId;
}

/** Whether nobody was admitted in this request, so that it has done nothing. Without the server script nobody knows. */
export function hasDoneNothing(): boolean {
  const request = scope();
  return request !== undefined && request.admitted === undefined;
}

/** Asks for `status`; with `comeBackAt` also for Retry-After. */
export function answerWith(status: 422 | 429 | 503, comeBackAt?: Date): void {
  const request = scope();
  if (!request) return;
  // A form that comes back because there is too much to do says that, whoever asks later for its 422.
  request.status = Math.max(request.status ?? 0, status) as typeof status;
  if (comeBackAt) request.retryAfter = secondsUntil(comeBackAt);
}

/** Says that this answer is "not found", if that can be said here: whoever says so may then make a page of it. */
export function answerNotFound(): void {
  const request = scope();
  if (request) request.notFound = true;
}

/** Whether this answer is "not found" whatever stands in it. */
export function isNotFound(): boolean {
  return scope()?.notFound === true;
}

/**
 * Says that what fails here is no fault of ours: the 500 of this answer becomes `status`, of several the highest; a 503 where
 * a service is away, for which load balancers try again, and 4xx where nobody can read what was sent.
 */
export function answerInsteadOfFault(status: 400 | 413 | 503): void {
  const request = scope();
  if (request) request.insteadOfFault = Math.max(request.insteadOfFault ?? 0, status) as typeof status;
}
