/** After everything that people do with secrets, the database and the log hold none of them. */
import { expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { minutes } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { beginEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { stepAt, totpCode } from "@/lib/two-factor/totp";
import { at, pass } from "../support/clock";
import { everyLine } from "../support/console";
import { dump } from "../support/dump";
import { leaksIn, type Secret } from "../support/leaks";
import { codeFor } from "../support/mailbox";
import { deliverPost, tokenFor } from "../support/post";
import { actorBehind, givePassword, organisation, type Person, person, visitor } from "../support/world";

const chosen = "marmalade windmill forty";
const changed = "cinnamon telescope eleven";
const known = { ...visitor, browserToken: "a".repeat(43) };

test("no password, code, token or secret stands in any table or in any line of the log", async () => {
  at("2027-05-03T08:00:00.000Z");
  const of = await organisation();
  const jane = await person(of);
  const secrets = [
    ...(await joining(await person(of, { confirmed: false, withoutPassword: true }))),
    ...(await loggingInByMail(jane)),
    ...(await enrolling(jane)),
    ...(await forgetting(await person(of))),
  ];
  await deliverPost();
  expect(secrets.filter(({ value }) => value.length < 6)).toEqual([]);
  expect(leaksIn(await dump(), secrets)).toEqual([]);
  expect(leaksIn(everyLine(), secrets)).toEqual([]);
});

test("what is looked for is found where it may stand", async () => {
  const jane = await person(await organisation());
  expect(leaksIn(await dump(), [{ what: "an address", value: jane.email }])).toEqual(["an address"]);
});

/** Confirms the address and chooses a password. */
async function joining(who: Person): Promise<Secret[]> {
  await requestActivationAgain(who.email, visitor);
  await deliverPost();
  const token = tokenFor(who.email);
  expect(await confirmEmail(token, chosen, visitor)).toMatchObject({ ok: true });
  return [
    { what: "the token of an activation", value: token },
    { what: "the first password", value: chosen },
  ];
}

/** A wrong code, a replaced one, the right one, and inside. */
async function loggingInByMail(who: Person): Promise<Secret[]> {
  const token = await givePassword(who);
  await issueChallenge(token, { resend: false, visitor });
  const replaced = codeFor(who.email);
  await issueChallenge(token, { resend: true, visitor });
  const code = codeFor(who.email);
  await completeLogin(token, "email", replaced, known);
  expect(await completeLogin(token, "email", code, known)).toMatchObject({ ok: true });
  const redeemed = await redeemLogin(token, known);
  if (!redeemed.ok) throw new Error("The login was not redeemed");
  return [
    { what: "the password", value: who.password },
    { what: "the token of the pending login", value: token },
    { what: "the replaced code", value: replaced },
    { what: "the code", value: code },
    { what: "the token of the session", value: redeemed.value.sessionToken },
    { what: "the token of the browser", value: known.browserToken },
  ];
}

/** Enrols an authenticator, logs in with it and with a recovery code, and changes the password. */
async function enrolling(who: Person): Promise<Secret[]> {
  const first = await inside(who, "email", async (token) => {
    await issueChallenge(token, { resend: true, visitor });
    return codeFor(who.email);
  });
  await beginEnrolment(first.actor);
  const secret = (await showEnrolment(first.actor))?.setupKey.replaceAll(" ", "") ?? "";
  const confirming = totpCode(secret, stepAt(new Date()));
  expect(await confirmEnrolment(first.actor, confirming)).toMatchObject({ ok: true });
  const codes = (await showRecoveryCodes(first.actor)) ?? [];
  pass(minutes(2));
  const appCode = totpCode(secret, stepAt(new Date()));
  await inside(who, "authenticator", async () => appCode);
  const last = await inside(who, "recovery-code", async () => codes[0] ?? "");
  expect(await changePassword(last.actor, who.password, changed)).toMatchObject({ ok: true });
  return [
    { what: "the secret of the authenticator", value: secret },
    { what: "the code that confirmed it", value: confirming },
    { what: "a code of the app", value: appCode },
    { what: "the changed password", value: changed },
    ...codes.map((value, index) => ({ what: `recovery code ${index}`, value })),
    ...codes.map((value, index) => ({
      what: `recovery code ${index}, plain`,
      value: value.replaceAll("-", ""),
    })),
  ];
}

async function inside(
  who: Person,
  method: "email" | "authenticator" | "recovery-code",
  code: (token: string) => Promise<string>,
) {
  const token = await givePassword(who);
  expect(await completeLogin(token, method, await code(token), known)).toMatchObject({ ok: true });
  const redeemed = await redeemLogin(token, known);
  if (!redeemed.ok) throw new Error("The login was not redeemed");
  return { actor: await actorBehind(redeemed.value.sessionToken) };
}

/** Has a link sent and chooses a new password by it. */
async function forgetting(who: Person): Promise<Secret[]> {
  await requestPasswordReset(who.email, visitor);
  await deliverPost();
  const token = tokenFor(who.email);
  const renewed = "harmonica lighthouse twelve";
  expect(await resetPassword(token, renewed, visitor)).toMatchObject({ ok: true });
  return [
    { what: "the token of a reset", value: token },
    { what: "the password chosen by it", value: renewed },
  ];
}
