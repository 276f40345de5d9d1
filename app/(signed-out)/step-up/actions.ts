"use server";

import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { startStepUp } from "@/lib/login/start-step-up";
import { busy } from "@/lib/web/busy";
import { pendingToken } from "@/lib/web/cookies";
import { actorOf, currentSession } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { proceed } from "@/lib/web/enter";
import { safeReturn } from "@/lib/web/paths";
import { logInFirst } from "@/lib/web/permit";
import { inEveryLanguage, invalidField, passwordField, readForm, refusedForm } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";

const StepUp = inEveryLanguage(({ login }) =>
  z.object({
    password: passwordField(login.passwordMissing, login.stepUp.wrongPassword),
    next: z.string().optional().catch(undefined),
  }),
);

/** "Continue": checks one's own password and goes on to the second step, or back to the act that asked for it. */
export async function stepUpAction(_: FormState, form: FormData): Promise<FormState> {
  // Not signedIn(): that one sends people here.
  const session = await currentSession();
  if (!session) return logInFirst(safeReturn(form.get("next")));
  const words = await currentWords();
  const input = readForm(StepUp(words), form);
  if (!input.ok) return input;

  const returnTo = safeReturn(input.value.next);
  const started = await startStepUp(await actorOf(session), input.value.password, {
    presentToken: await pendingToken(),
    returnTo,
  }).catch(busy);
  if (!started.ok && started.code === "too-many") return tooMany(form, started);
  if (!started.ok && started.code === "busy") return refusedForm(form, words.login.busy);
  if (!started.ok) return invalidField(form, "password", words.login.stepUp.wrongPassword);
  return proceed(started.value, returnTo);
}
