"use server";

import type { FormState } from "@/components/form-state";
import { requestOwnActivation } from "@/lib/accounts/send-activation";
import { currentWords } from "@/lib/web/current-words";
import { signedIn } from "@/lib/web/permit";
import { tooMany } from "@/lib/web/too-many";

/** "Send the e-mail again": to one's own address, wherever the notice stands. */
export async function sendActivationAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await signedIn();
  const { confirmEmail } = (await currentWords()).home;
  const sent = await requestOwnActivation(actor);
  if (sent.ok) return { status: "saved", message: confirmEmail.sent(actor.email) };
  if (sent.code === "too-many") return tooMany(form, sent);
  return { status: "saved", message: confirmEmail.already(actor.email) };
}
