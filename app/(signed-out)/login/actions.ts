"use server";

import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { longestEmail } from "@/lib/accounts/email-address";
import { startLogin } from "@/lib/login/start-login";
import { busy } from "@/lib/web/busy";
import { pendingToken } from "@/lib/web/cookies";
import { currentWords } from "@/lib/web/current-words";
import { proceed } from "@/lib/web/enter";
import { safeReturn } from "@/lib/web/paths";
import { anyone } from "@/lib/web/permit";
import { inEveryLanguage, passwordField, readForm, refusedForm, text } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { currentVisitor } from "@/lib/web/visitor";

const LogIn = inEveryLanguage(({ login }) =>
  z.object({
    email: text(login.emailMissing, { most: longestEmail }),
    password: passwordField(login.passwordMissing, login.wrongCredentials),
    next: z.string().optional().catch(undefined),
  }),
);

/** "Log in": checks address and password, and goes on to the second step or inside. */
export async function logInAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  const words = await currentWords();
  const input = readForm(LogIn(words), form);
  if (!input.ok) return input;

  const { email, password, next } = input.value;
  const returnTo = safeReturn(next);
  const browser = { presentToken: await pendingToken(), returnTo, visitor: await currentVisitor() };
  const started = await startLogin({ email, password }, browser).catch(busy);
  if (!started.ok && started.code === "too-many") return tooMany(form, started);
  if (!started.ok)
    return refusedForm(form, started.code === "busy" ? words.login.busy : words.login.wrongCredentials);

  return proceed(started.value, returnTo);
}
