/** What a whole login asks of the database: each statement is a journey to another machine and back. */
import { expect, test } from "vitest";
import { redeemLogin } from "@/lib/login/redeem-login";
import { answerChallenge } from "@/lib/two-factor/answer-challenge";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { codeFor } from "../support/mailbox";
import { statementsOf } from "../support/statements";
import { appCode, givePassword, organisation, person, visitor } from "../support/world";

test("a code that is sent again is three statements beside the letter", async () => {
  const token = await givePassword(await person(await organisation(), { authenticator: true }));
  const [sent, statements] = await statementsOf(() => issueChallenge(token, { resend: true, visitor }));
  expect([sent.ok, statements.length]).toEqual([true, 3]);
});

test("password, code by e-mail and session are six statements, the letter's included", async () => {
  const who = await person(await organisation());
  const [token, ofPassword] = await statementsOf(() => givePassword(who));
  const [answered, ofCode] = await statementsOf(() =>
    answerChallenge(token, "email", codeFor(who.email), visitor),
  );
  const [redeemed, ofSession] = await statementsOf(() => redeemLogin(token, visitor));
  expect([answered.ok, redeemed.ok]).toEqual([true, true]);
  expect([ofPassword, ofCode, ofSession].map(({ length }) => length)).toEqual([3, 2, 1]);
});

test("password, authenticator code and session are five statements, with limits, audit and replay guard", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const [token, ofPassword] = await statementsOf(() => givePassword(who));
  const [answered, ofCode] = await statementsOf(() =>
    answerChallenge(token, "authenticator", appCode(who), visitor),
  );
  const [redeemed, ofSession] = await statementsOf(() => redeemLogin(token, visitor));
  expect([answered.ok, redeemed.ok]).toEqual([true, true]);
  expect([ofPassword, ofCode, ofSession].map(({ length }) => length)).toEqual([2, 2, 1]);
});
