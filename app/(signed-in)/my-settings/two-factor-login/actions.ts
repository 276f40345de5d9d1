"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { forgetOwnBrowser } from "@/lib/accounts/forget-browser";
import { requestOwnActivation } from "@/lib/accounts/send-activation";
import { beginEnrolment } from "@/lib/two-factor/begin-enrolment";
import { changeEmailMethod, changePreferredMethod } from "@/lib/two-factor/change-methods";
import { renewRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { methods } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { keepToOwner, leftBehind } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { freshlySignedIn, signedIn } from "@/lib/web/permit";
import { inEveryLanguage, readForm } from "@/lib/web/read-form";

/** "Enable", "Replace" and "Start again"; where it is not offered the tab says why, and to whom is shut out the login. */
export async function beginEnrolmentAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  await keepToOwner(form);
  const begun = await beginEnrolment(actor);
  redirect(begun.ok ? paths.enrolment : withNotice(paths.twoFactorLogin, begun.code));
}

/** "Turn on", for e-mail; what stands in its way since the page was made is said on the tab. */
export async function turnEmailOnAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  await keepToOwner(form);
  const turned = await changeEmailMethod(actor, true);
  redirect(withNotice(paths.twoFactorLogin, turned.ok ? "email-on" : turned.code));
}

/** "Turn off", for e-mail. */
export async function turnEmailOffAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  await keepToOwner(form);
  const turned = await changeEmailMethod(actor, false);
  redirect(withNotice(paths.twoFactorLogin, turned.ok ? "email-off" : turned.code));
}

/** "Send the e-mail again", beside how the address stands: unlike the frame's notice, that is shown anew with the answer. */
export async function sendEmailAgainAction(): Promise<void> {
  const { actor } = await signedIn();
  const sent = await requestOwnActivation(actor);
  redirect(withNotice(paths.twoFactorLogin, sent.ok ? "sent" : sent.code));
}

/** "New recovery codes". */
export async function renewRecoveryCodesAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  await keepToOwner(form);
  const renewed = await renewRecoveryCodes(actor);
  // The frame may say how many are left.
  revalidatePath("/", "layout");
  redirect(renewed.ok ? paths.recoveryCodes : withNotice(paths.twoFactorLogin, renewed.code));
}

/** "Forget": one of one's own; somebody else's, or what is none, is as good as forgotten already. */
export async function forgetBrowserAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  const id = z.uuid().safeParse(form.get("browser"));
  if (id.success) await forgetOwnBrowser(actor, id.data);
  const forgotten = withNotice(paths.twoFactorLogin, "browser-forgotten");
  // Another one is another answer, at an address of its own: the page tells a new notice from one that stands there.
  redirect(id.success ? `${forgotten}&browser=${id.data}` : forgotten);
}

const ChoosePreferred = inEveryLanguage(({ twoFactor }) =>
  z.object({ method: z.enum([...methods, "last"], twoFactor.preferred.missing) }),
);

/** "Save" for the preferred method. Where there is nothing to choose any more, the tab has no form to say it in. */
export async function choosePreferredAction(_: FormState, form: FormData): Promise<FormState> {
  const behind = await leftBehind(form);
  if (behind) return behind;
  const { actor } = await signedIn();
  const words = await currentWords();
  const input = readForm(ChoosePreferred(words), form);
  if (!input.ok) return input;

  const { method } = input.value;
  const chosen = await changePreferredMethod(actor, method === "last" ? null : method);
  if (!chosen.ok) redirect(withNotice(paths.twoFactorLogin, chosen.code));
  refresh();
  return { status: "saved", message: words.twoFactor.preferred.saved };
}
