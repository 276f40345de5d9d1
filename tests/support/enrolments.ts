/** People who set up an authenticator, and log in with what came of it. */
import { expect } from "vitest";
import { completeLogin } from "@/lib/login/complete-login";
import type { FreshActor } from "@/lib/sessions/actor";
import { beginEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { stepAt, totpCode } from "@/lib/two-factor/totp";
import { logInByPassword } from "./staff";
import { givePassword, organisation, type Person, person, visitor } from "./world";

/** Somebody who is inside by the password alone. */
export async function loggedIn(wishes: Parameters<typeof person>[1] = {}) {
  const who = await person(await organisation(), wishes);
  return { who, ...(await logInByPassword(who)) };
}

/** The secret on the enrolment page of `actor`. */
export async function secretShown(actor: FreshActor): Promise<string> {
  const running = await showEnrolment(actor);
  if (!running) throw new Error("No enrolment is running");
  return running.setupKey.replaceAll(" ", "");
}

/** What an app with that secret shows now, or so many steps from now. */
export const codeOf = (secret: string, stepsOff = 0) => totpCode(secret, stepAt(new Date()) + stepsOff);

/** Enrols an app and returns its secret. */
export async function enrol(actor: FreshActor): Promise<string> {
  expect((await beginEnrolment(actor)).ok).toBe(true);
  const secret = await secretShown(actor);
  expect((await confirmEnrolment(actor, codeOf(secret))).ok).toBe(true);
  return secret;
}

/** Begins a login and answers it. */
export const answer = async (who: Person, method: "authenticator" | "recovery-code", code: string) =>
  completeLogin(await givePassword(who), method, code, visitor);
