"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import { cancelEnrolment } from "@/lib/two-factor/begin-enrolment";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { currentWords } from "@/lib/web/current-words";
import { paths, withNotice } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { readCode } from "@/lib/web/read-code";
import { invalidField } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";

/** "Save": the authenticator is on once its code is right. An enrolment that is over says so on its page. */
export async function confirmEnrolmentAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await signedIn();
  const { login, twoFactor } = await currentWords();
  const code = readCode(form, "authenticator");
  if (!code.ok) return invalidField(form, "code", code.sentence(login));

  const confirmed = await confirmEnrolment(actor, code.value);
  if (confirmed.ok) {
    // The frame says no more that there is no second step.
    revalidatePath("/", "layout");
    redirect(paths.recoveryCodes);
  }
  if (confirmed.code === "run-out") redirect(paths.enrolment);
  if (confirmed.code === "not-offered") redirect(withNotice(paths.twoFactorLogin, confirmed.code));
  if (confirmed.code === "too-many") return tooMany(form, confirmed);
  const words = twoFactor.enrolment;
  return invalidField(form, "code", confirmed.code === "wrong" ? words.wrong : words.clockOff);
}

/** "Cancel": the secret is forgotten, and nothing was changed; where there is none any more, the tab says how it stands. */
export async function cancelEnrolmentAction(): Promise<void> {
  const { actor } = await signedIn();
  const cancelled = await cancelEnrolment(actor);
  // Else the browser would show the secret as it was to whoever goes back.
  revalidatePath(paths.enrolment);
  redirect(cancelled ? withNotice(paths.twoFactorLogin, "cancelled") : paths.twoFactorLogin);
}
