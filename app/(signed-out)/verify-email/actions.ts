"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { busy } from "@/lib/web/busy";
import { keepBrowserToken } from "@/lib/web/cookies";
import { currentWords } from "@/lib/web/current-words";
import { noteFollowed } from "@/lib/web/followed-link";
import { linkToken } from "@/lib/web/link-token";
import { isPasswordRefusal, passwordSentence } from "@/lib/web/password-sentence";
import { paths, withNotice } from "@/lib/web/paths";
import { anyone } from "@/lib/web/permit";
import { emailField, inEveryLanguage, invalidField, readForm, refusedForm } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { currentVisitor } from "@/lib/web/visitor";

const ConfirmEmail = inEveryLanguage(({ accountLinks }) =>
  z.object({ password: z.string(accountLinks.password.missing).optional() }),
);

/** "Verify": confirms the address behind the link. A link that has come to an end says so on its page. */
export async function confirmEmailAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  const words = await currentWords();
  const input = readForm(ConfirmEmail(words), form);
  if (!input.ok) return input;

  const token = linkToken(form.get("token"));
  const password = input.value.password ?? null;
  const confirmed = await confirmEmail(token, password, await currentVisitor()).catch(busy);
  if (confirmed.ok) {
    const { owner, browserToken, passwordStays } = confirmed.value;
    if (browserToken) await keepBrowserToken(browserToken);
    await noteFollowed(owner);
    redirect(passwordStays ? withNotice(paths.emailConfirmed, "password-stays") : paths.emailConfirmed);
  }
  if (confirmed.code === "too-many") return tooMany(form, confirmed);
  if (confirmed.code === "busy") return refusedForm(form, words.login.busy);
  if (confirmed.code === "password-missing")
    return invalidField(form, "password", words.accountLinks.password.missing);
  if (isPasswordRefusal(confirmed.code))
    return invalidField(form, "password", passwordSentence(words, confirmed.code));
  redirect(`${paths.verifyEmail}?token=${token}`);
}

const SendNewLink = inEveryLanguage(({ accountLinks: words }) =>
  z.object({ email: emailField(words.emailWrong) }),
);

/** "Send a new link": whoever has the address learns it from the mail, and nobody from this page. */
export async function sendNewLinkAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  const words = await currentWords();
  const input = readForm(SendNewLink(words), form);
  if (!input.ok) return input;

  const sent = await requestActivationAgain(input.value.email, await currentVisitor());
  if (!sent.ok) return tooMany(form, sent);
  return { status: "saved", message: words.accountLinks.verifyEmail.newLinkSent };
}
