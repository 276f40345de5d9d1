/** What is known of a request: where it comes from, and which number its answer gets. */
import { AsyncLocalStorage } from "node:async_hooks";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { environment } from "@/lib/kernel/env";
import { clientAddress } from "@/lib/web/client-address";
import { invalidField, readForm, refusedForm } from "@/lib/web/read-form";
import {
  admit,
  answerInsteadOfFault,
  answerWith,
  hasDoneNothing,
  isFormBack,
  wasAdmitted,
} from "@/lib/web/request-scope";

const requests = new AsyncLocalStorage<{ address: string; status?: number; retryAfter?: number }>();
Object.assign(globalThis, { [Symbol.for("twostep.request")]: requests });

test.each<[string, (form: FormData) => unknown]>([
  ["whose fields are not as they should be", (form) => readForm(z.object({ name: z.string() }), form)],
  ["with a field that only a verb found wrong", (form) => invalidField(form, "name", "in use")],
  ["that is refused as a whole", (form) => refusedForm(form, "not now")],
])("a form %s comes back with 422, and the page around it knows", (_, answer) => {
  const scope = { address: "192.0.2.7" };
  expect(requests.run(scope, isFormBack)).toBe(false);
  requests.run(scope, () => answer(new FormData()));
  expect(requests.run(scope, isFormBack)).toBe(true);
  expect(scope).toEqual({ address: "192.0.2.7", status: 422 });
});

test.each([429, 503] as const)("a form that comes back with %i is not answered with 422", (status) => {
  const scope = { address: "192.0.2.7" };
  requests.run(scope, () => {
    answerWith(status, new Date(Date.now() + 2_000));
    answerWith(422);
  });
  expect(scope).toEqual({ address: "192.0.2.7", status, retryAfter: 2 });
});

test("a request has done nothing until somebody is admitted, and where nobody knows it is not said", () => {
  expect(hasDoneNothing()).toBe(false);
  requests.run({ address: "192.0.2.7" }, () => {
    expect(hasDoneNothing()).toBe(true);
    admit("a session");
    expect(hasDoneNothing()).toBe(false);
  });
});

test("who was admitted in a request is so until it is over, and nobody else is", () => {
  const scope = { address: "192.0.2.7" };
  requests.run(scope, () => admit("a session"));
  expect(requests.run(scope, () => wasAdmitted("a session"))).toBe(true);
  expect(requests.run(scope, () => wasAdmitted("another"))).toBe(false);
  expect(requests.run({ address: "192.0.2.7" }, () => wasAdmitted("a session"))).toBe(false);
  expect(wasAdmitted("a session")).toBe(false);
});

test.each([
  [503, 400],
  [400, 503],
] as const)("of %i and %i instead of one fault, the higher is answered", (...statuses) => {
  const scope = { address: "192.0.2.7" };
  requests.run(scope, () => statuses.forEach(answerInsteadOfFault));
  expect(scope).toMatchObject({ insteadOfFault: 503 });
});

test("the address of a client is the one that the server script saw", async () => {
  expect(await requests.run({ address: "192.0.2.7" }, clientAddress)).toBe("192.0.2.7");
});

test("without that script a header is believed on Vercel, which writes it, and nowhere else", async () => {
  expect(await clientAddress()).toBeNull();
  Object.assign(environment(), { onVercel: true });
  onTestFinished(() => void Object.assign(environment(), { onVercel: false }));
  // Next refuses to say headers outside of a request: so they were asked for.
  await expect(clientAddress()).rejects.toThrow("headers");
});
