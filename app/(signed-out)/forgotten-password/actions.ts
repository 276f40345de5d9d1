"use server";

import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { currentWords } from "@/lib/web/current-words";
import { anyone } from "@/lib/web/permit";
import { emailField, inEveryLanguage, readForm } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { currentVisitor } from "@/lib/web/visitor";

const ForgottenPassword = inEveryLanguage(({ accountLinks: words }) =>
  z.object({ email: emailField(words.emailWrong) }),
);

/** "Send a link": one answer for everybody, whether or not they have an account. */
export async function forgottenPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  const words = await currentWords();
  const input = readForm(ForgottenPassword(words), form);
  if (!input.ok) return input;

  const requested = await requestPasswordReset(input.value.email, await currentVisitor());
  if (!requested.ok) return tooMany(form, requested);
  return { status: "saved", message: words.accountLinks.forgottenPassword.sent };
}
