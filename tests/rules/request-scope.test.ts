/** The number of an answer: what a form asks for last is not always what counts. */
import { AsyncLocalStorage } from "node:async_hooks";
import { expect, test } from "vitest";
import { answerWith } from "@/lib/web/request-scope";

const requests = new AsyncLocalStorage<{ address: string; status?: number; retryAfter?: number }>();
Object.assign(globalThis, { [Symbol.for("twostep.request")]: requests });

test.each([429, 503] as const)("a form that comes back with %i is not answered with 422", (status) => {
  const scope = { address: "192.0.2.7" };
  requests.run(scope, () => {
    answerWith(status, new Date(Date.now() + 2_000));
    answerWith(422);
  });
  expect(scope).toEqual({ address: "192.0.2.7", status, retryAfter: 2 });
});
