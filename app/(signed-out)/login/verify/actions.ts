"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { methods } from "@/lib/two-factor/method";
import { dropPendingToken, pendingToken } from "@/lib/web/cookies";
import {
  afterCancelling,
  currentPendingLogin,
  departFromEnded,
  departFromMethod,
  startOf,
} from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { enter, sendFirstCode, showCodePage } from "@/lib/web/enter";
import { paths, returningTo, safeReturn } from "@/lib/web/paths";
import { anyone } from "@/lib/web/permit";
import { invalidField } from "@/lib/web/read-form";
import { currentVisitor } from "@/lib/web/visitor";

const OneMethod = z.tuple([z.enum(methods)]);

/** "Continue": goes to the chosen method; a code by e-mail is sent only now. */
export async function chooseMethodAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  const chosen = OneMethod.safeParse(form.getAll("method")).data;
  // Here and below words only when there is something to say: to know whose they are costs a look at the login.
  if (!chosen) return invalidField(form, "method", (await currentWords()).login.choose.methodMissing);
  if (chosen[0] === "email") {
    const token = await pendingToken();
    if (!token) return departFromEnded();
    const sent = await sendFirstCode(token);
    if (sent.ok || sent.code !== "method-not-usable") return showCodePage(sent);
  } else {
    const { pending } = await currentPendingLogin();
    if (pending.methods.includes("authenticator")) redirect(paths.verifyAuthenticator);
  }
  return departFromMethod();
}

/** "Continue" for a login that was verified and whose last step was cut off. */
export async function continueAction(): Promise<void> {
  anyone();
  const { token, pending } = await currentPendingLogin();
  await enter(token, safeReturn(pending.returnTo));
}

/** "Cancel and log in as someone else", or "Cancel" of a step-up. */
export async function cancelAction(): Promise<void> {
  anyone();
  const token = await pendingToken();
  const next = await afterCancelling();
  if (token) await cancelPendingLogin(token, await currentVisitor());
  await dropPendingToken();
  redirect(next);
}

/** "Log in again", when no more codes can be sent: cancels this login, or step-up, and begins another one. */
export async function logInAgainAction(): Promise<void> {
  anyone();
  const { token, pending } = await currentPendingLogin();
  await cancelPendingLogin(token, await currentVisitor());
  await dropPendingToken();
  redirect(returningTo(startOf(pending), safeReturn(pending.returnTo)));
}
