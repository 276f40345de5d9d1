"use server";

import type { FormState } from "@/components/form-state";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { currentWords } from "@/lib/web/current-words";
import { signedIn } from "@/lib/web/permit";
import { tooMany } from "@/lib/web/too-many";

/** "Send the e-mail again": to one's own address, wherever the notice stands. */
export async function sendActivationAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await signedIn();
  const sent = await requestActivationAgain(actor.email, actor.visitor);
  if (!sent.ok) return tooMany(form, sent);
  const { home } = await currentWords();
  return { status: "saved", message: home.confirmEmail.sent(actor.email) };
}
