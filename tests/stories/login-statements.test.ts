/** What a whole login asks of the database: each statement is a journey to another machine and back. */
import { expect, test } from "vitest";
import { completeLogin } from "@/lib/login/complete-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { codeFor } from "../support/mailbox";
import { statementsOf } from "../support/statements";
import { appCode, givePassword, organisation, person, visitor } from "../support/world";

test("a code that is sent again is three statements beside the letter", async () => {
  const token = await givePassword(await person(await organisation(), { authenticator: true }));
  const [sent, statements] = await statementsOf(() => issueChallenge(token, { resend: true, visitor }));
  expect([sent.ok, statements.length]).toEqual([true, 3]);
});

test("password, code by e-mail and session are five statements, the letter's included", async () => {
  const who = await person(await organisation());
  const [token, ofPassword] = await statementsOf(() => givePassword(who));
  const [completed, ofCode] = await statementsOf(() =>
    completeLogin(token, "email", codeFor(who.email), visitor),
  );
  expect(completed).toMatchObject({ ok: true, value: { redeemed: { userId: who.id } } });
  expect([ofPassword, ofCode].map(({ length }) => length)).toEqual([3, 2]);
});

test("password, authenticator code and session are four statements, with limits, audit and replay guard", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const [token, ofPassword] = await statementsOf(() => givePassword(who));
  const [completed, ofCode] = await statementsOf(() =>
    completeLogin(token, "authenticator", appCode(who), visitor),
  );
  expect(completed).toMatchObject({ ok: true, value: { redeemed: { userId: who.id } } });
  expect([ofPassword, ofCode].map(({ length }) => length)).toEqual([2, 2]);
});
