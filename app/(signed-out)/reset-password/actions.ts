"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { resetPassword } from "@/lib/accounts/reset-password";
import { busy } from "@/lib/web/busy";
import { keepBrowserToken } from "@/lib/web/cookies";
import { currentWords } from "@/lib/web/current-words";
import { noteFollowed } from "@/lib/web/followed-link";
import { linkToken } from "@/lib/web/link-token";
import { isPasswordRefusal, passwordSentence } from "@/lib/web/password-sentence";
import { paths, withNotice } from "@/lib/web/paths";
import { anyone } from "@/lib/web/permit";
import { inEveryLanguage, invalidField, readForm, refusedForm } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { currentVisitor } from "@/lib/web/visitor";

const ResetPassword = inEveryLanguage(({ accountLinks: { password } }) =>
  z.object({ password: z.string(password.missing).min(1, password.missing) }),
);

/** "Change password": leads to the login, never past it. A link that has come to an end says so on its page. */
export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  const words = await currentWords();
  const input = readForm(ResetPassword(words), form);
  if (!input.ok) return input;

  const token = linkToken(form.get("token"));
  const reset = await resetPassword(token, input.value.password, await currentVisitor()).catch(busy);
  if (reset.ok) {
    await keepBrowserToken(reset.value.browserToken);
    await noteFollowed(reset.value.owner);
    redirect(withNotice(paths.login, "password-changed"));
  }
  if (reset.code === "too-many") return tooMany(form, reset);
  if (reset.code === "busy") return refusedForm(form, words.login.busy);
  if (isPasswordRefusal(reset.code))
    return invalidField(form, "password", passwordSentence(words, reset.code));
  redirect(`${paths.resetPassword}?token=${token}`);
}
