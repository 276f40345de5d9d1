"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { readView, viewParameters } from "@/lib/organisations/user-view";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { momentField, readForm, refusedForm } from "@/lib/web/read-form";
import { parametersIn } from "@/lib/web/read-parameters";

/** "Send": starts the sending and goes on to its page; to the one that is under way when nobody is left to send to. */
export async function resendAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permit("users.invite");
  const { resend: words } = await currentWords();
  const Resend = z.object({
    job: z.uuid(words.malformed),
    seen: momentField(words.malformed),
  });
  const input = readForm(Resend, form);
  if (!input.ok) return refusedForm(form, words.malformed);

  const view = readView(parametersIn(form));
  const { job: sendingId, seen: seenAt } = input.value;
  const outcome = await resendConfirmations(by, view.filter, { sendingId, seenAt });
  if (outcome.ok) redirect(paths.resending(outcome.value.sendingId));
  if (outcome.code === "session-ended") return shutOut();
  if (outcome.code === "not-found") return refusedForm(form, words.malformed);
  redirect(outcome.running ? paths.resending(outcome.running) : paths.resend(viewParameters(view)));
}
