"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { now } from "@/lib/kernel/clock";
import { longestReason, resetTwoFactor, shortestReason } from "@/lib/organisations/reset-two-factor";
import { listParameters } from "@/lib/organisations/user-view";
import { freshly } from "@/lib/sessions/actor";
import { presentParameters } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { outOfReach } from "@/lib/web/permit";
import { isLeftBehind, permitForm } from "@/lib/web/permit-form";
import { inEveryLanguage, readForm, refusedForm, text } from "@/lib/web/read-form";

const Reset = inEveryLanguage(({ resetTwoFactor: words }) =>
  z.object({ reason: text(words.reasonMissing, { least: shortestReason, most: longestReason }) }),
);

/** "Reset two-factor login" of the user; the page binds the `id`. */
export async function resetTwoFactorAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const by = await permitForm("users.reset-two-factor", form);
  if (isLeftBehind(by)) return by;
  const words = await currentWords();
  const input = readForm(Reset(words), form);
  if (!input.ok) return input;
  const fresh = freshly(by, now());
  if (!fresh) {
    // The page shows the way to a fresh proof; what was typed stays.
    revalidatePath(paths.resetTwoFactor(id));
    return refusedForm(form, words.resetTwoFactor.notFresh);
  }

  const outcome = await resetTwoFactor(fresh, id, input.value.reason);
  if (outcome.ok)
    redirect(withNotice(paths.user(id, listParameters(await presentParameters())), outcome.value));
  switch (outcome.code) {
    case "session-ended":
      return shutOut();
    case "second-step-missing":
      return refusedForm(form, words.resetTwoFactor.ownStepMissing);
    case "not-found":
      return outOfReach("users.reset-two-factor");
  }
}
