"use server";

import type { FormState } from "@/components/form-state";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { signedIn } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";

/** "Send the e-mail again": to one's own address, wherever the notice stands. */
export async function sendActivationAction(): Promise<FormState> {
  const { actor } = await signedIn();
  await requestActivationAgain(actor.email);
  const { home } = await currentWords();
  return { status: "saved", message: home.confirmEmail.sent(actor.email) };
}
