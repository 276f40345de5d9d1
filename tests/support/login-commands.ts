/** What a person, or somebody who would like to be them, can do to a login: each act on the product, checked by the model. */
import { type AsyncCommand, constantFrom, integer, nat, option, tuple } from "fast-check";
import { expect } from "vitest";
import { database } from "@/lib/database/connection";
import { milliseconds } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import type { ProofMethod } from "@/lib/two-factor/method";
import { stepAt, totpCode } from "@/lib/two-factor/totp";
import { pass } from "./clock";
import type { LoginModel, ModelLogin } from "./login-model";
import { codeFor } from "./mailbox";
import { loginBehind, type Person, somewhere } from "./world";

export type Real = { who: Person; recoveryCodes: string[]; check: (model: LoginModel) => Promise<void> };

class Act implements AsyncCommand<LoginModel, Real> {
  constructor(
    private readonly words: string,
    private readonly needsLogin: boolean,
    private readonly act: (model: LoginModel, real: Real) => Promise<void>,
  ) {}
  check = (model: LoginModel) => !this.needsLogin || model.logins.length > 0;
  run = async (model: LoginModel, real: Real) => {
    await this.act(model, real);
    await real.check(model);
  };
  toString = () => this.words;
}

const chosen = ({ logins }: LoginModel, index: number) => logins[index % logins.length] as ModelLogin;

function givePassword(isRight: boolean, tab: number | null) {
  return new Act(`password(${isRight ? "right" : "wrong"}, tab ${tab})`, false, async (model, { who }) => {
    const present = tab === null || model.logins.length === 0 ? undefined : chosen(model, tab);
    const credentials = { email: who.email, password: isRight ? who.password : "quite another one" };
    const browser = { presentToken: present?.token ?? null, returnTo: "/", visitor: somewhere() };
    const at = new Date();
    const begun = present && (await loginBehind(present.token));
    const started = await startLogin(credentials, browser);
    if (!isRight) return void expect(started.ok).toBe(false);
    if (!started.ok) return void expect(started.code).toBe("too-many");
    const goesOn = present && model.switchedOn && model.isOpen(present, at) && model.isYoung(present, at);
    expect((await loginBehind(started.value.token)) === begun).toBe(Boolean(goesOn));
    if (present && goesOn) present.token = started.value.token;
    else model.open(started.value.token, at);
  });
}

function send(index: number, resend: boolean) {
  return new Act(`${resend ? "resend" : "send"}(${index})`, true, async (model, { who }) => {
    const login = chosen(model, index);
    const at = new Date();
    const sent = await issueChallenge(login.token, { resend, visitor: somewhere() });
    if (!sent.ok) return;
    expect(model.isOpen(login, at) && model.switchedOn).toBe(true);
    if (sent.value.sentAt.getTime() === at.getTime() && codeFor(who.email) !== login.live?.code)
      model.sent(login, codeFor(who.email), at);
  });
}

async function answer(model: LoginModel, login: ModelLogin, method: ProofMethod, code: string, step = 0) {
  const at = new Date();
  const isRight = code !== "" && model.proves(login, method, code, at, [step, stepAt(at)]);
  const isOff = method === "authenticator" && model.isClockOff(login, at, step, stepAt(at));
  const answered = await completeLogin(login.token, method, code || "000000", somewhere());
  model.answered(login, at);
  if (answered.ok) {
    model.proved(login, method, code, step);
    if (answered.value.redeemed) model.redeemed(login, at);
  } else if (isOff && answered.code !== "too-many") model.burnt(step);
  // A right proof is refused for one reason alone: the account was tried too often.
  if (answered.ok || answered.code !== "too-many") expect(answered.ok).toBe(isRight);
}

function answerByMail(index: number, which: "live" | "older" | "foreign" | "wrong") {
  return new Act(`mail(${index}, ${which})`, true, async (model) => {
    const login = chosen(model, index);
    const foreign = model.logins.find((other) => other !== login && other.live)?.live?.code;
    const codes = { live: login.live?.code, older: login.older.at(-1), foreign, wrong: undefined };
    await answer(model, login, "email", codes[which] ?? "");
  });
}

function answerByApp(index: number, stepsOff: number) {
  return new Act(`app(${index}, ${stepsOff})`, true, async (model, { who }) => {
    const step = stepAt(new Date()) + stepsOff;
    await answer(model, chosen(model, index), "authenticator", totpCode(who.secret, step), step);
  });
}

function answerByRecoveryCode(index: number, which: number) {
  return new Act(`recovery(${index}, ${which})`, true, async (model, { recoveryCodes }) => {
    await answer(model, chosen(model, index), "recovery-code", recoveryCodes[which] ?? "");
  });
}

function cancel(index: number) {
  return new Act(`cancel(${index})`, true, async (model) => {
    const login = chosen(model, index);
    await cancelPendingLogin(login.token, somewhere());
    if (!login.redeemedAt) login.cancelled = true;
  });
}

function redeem(index: number) {
  return new Act(`redeem(${index})`, true, async (model) => {
    const login = chosen(model, index);
    const at = new Date();
    const opens = model.mayBeRedeemed(login, at);
    const redeemed = await redeemLogin(login.token, somewhere());
    expect(redeemed.ok).toBe(opens || model.isAnsweredAgain(login, at));
    if (opens) model.redeemed(login, at);
  });
}

const letPass = (time: number) =>
  new Act(`pass(${time} s)`, false, async () => void pass(milliseconds(time * 1000)));

const switchPolicy = (on: boolean) =>
  new Act(`two-factor ${on ? "on" : "off"}`, false, async (model, { who }) => {
    const organisation = database().updateTable("organisations").where("id", "=", who.organisationId);
    await organisation.set({ two_factor_enabled: on }).execute();
    model.switchedOn = on;
  });

const which = nat(3);

/** Every act, the likely ones more often: a sequence of chance must come to an end of the login now and then. */
export const acts = [
  tuple(constantFrom(true, true, true, false), option(which)).map(([right, tab]) => givePassword(right, tab)),
  tuple(which, constantFrom(false, false, true)).map(([index, resend]) => send(index, resend)),
  tuple(which, constantFrom("live", "live", "older", "foreign", "wrong")).map(([i, code]) =>
    answerByMail(i, code),
  ),
  tuple(which, integer({ min: -2, max: 2 })).map(([index, stepsOff]) => answerByApp(index, stepsOff)),
  tuple(which, nat(2)).map(([index, code]) => answerByRecoveryCode(index, code)),
  which.map(redeem),
  which.map(redeem),
  which.map(cancel),
  constantFrom(1, 29, 30, 89, 90, 300, 599).map(letPass),
  constantFrom(true, true, false).map(switchPolicy),
];
