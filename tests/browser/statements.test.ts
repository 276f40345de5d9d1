/** What the second step's own pages ask of the database: verbs are counted in tests/stories/login-statements. */
import { expect, test } from "@playwright/test";
import { somebody } from "../support/browser-test";
import { codeFor } from "../support/browser-world";
import { formsIn } from "../support/html-forms";
import { type SecondInstance, startSecondInstance } from "../support/second-instance";
import { type Counter, countStatements, ofRequests } from "../support/statement-counter";
import { givePassword } from "../support/world";

let counter: Counter;
let counted: SecondInstance;
test.beforeAll(async () => {
  counter = await countStatements(String(process.env.POSTGRES_URL));
  counted = await startSecondInstance(counter.url);
});
test.afterAll(async () => {
  await counted.kill();
  counter.close();
});

/** Posts the form at `path` in which `field` is filled in, as a browser without JavaScript does. */
async function post(path: string, token: string, [field, value]: [string, string]) {
  const url = new URL(path, counted.origin);
  const headers = {
    cookie: `__Host-twostep-pending=${token}`,
    "x-forwarded-for": "2001:db8:57a7::1",
    "sec-fetch-site": "same-origin",
  };
  const form = formsIn(await (await fetch(url, { headers })).text()).find(({ fields }) =>
    fields.includes(field),
  );
  const body = new FormData();
  for (const each of [...(form?.hidden ?? []), [field, value] as const]) body.append(...each);
  counter.take();
  const answer = await fetch(url, { method: "POST", headers, body, redirect: "manual" });
  return { leadsTo: answer.headers.get("location"), statements: ofRequests(counter.take()).length };
}

test("to choose e-mail asks the database three times, and to enter its code twice @no-javascript", async () => {
  const asked = { choice: Number.POSITIVE_INFINITY, code: Number.POSITIVE_INFINITY };
  // The instance sends letters of other tests meanwhile: of three logins the quietest counts.
  for (let login = 0; login < 3; login += 1) {
    const who = await somebody({ authenticator: true });
    const token = await givePassword(who);
    const choice = await post("/login/verify", token, ["method", "email"]);
    const code = await post("/login/verify/email", token, ["code", await codeFor(who.email)]);
    expect([choice.leadsTo, code.leadsTo]).toEqual(["/login/verify/email", "/"]);
    asked.choice = Math.min(asked.choice, choice.statements);
    asked.code = Math.min(asked.code, code.statements);
  }
  expect(asked).toEqual({ choice: 3, code: 2 });
});
