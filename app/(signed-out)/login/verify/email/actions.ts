"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { pendingToken } from "@/lib/web/cookies";
import { currentPendingLogin, departFromEnded, departFromMethod } from "@/lib/web/current-pending-login";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths, withNotice } from "@/lib/web/paths";
import { anyone } from "@/lib/web/permit";
import { refusedForm } from "@/lib/web/read-form";
import { isScripted } from "@/lib/web/scripted";
import { tooMany } from "@/lib/web/too-many";
import { currentVisitor } from "@/lib/web/visitor";
import { answer } from "../answer";
import { hasOtherWays } from "../has-other-ways";
import { resentAt } from "./resent-at";

/** "Log in" with the code from the e-mail, or "Resend code". */
export async function emailCodeAction(_: FormState, form: FormData): Promise<FormState> {
  anyone();
  return form.get("intent") === "resend" ? resend(form) : answer("email", form);
}

async function resend(form: FormData): Promise<FormState> {
  const { byEmail } = (await currentWords()).login;
  const token = await pendingToken();
  if (!token) return departFromEnded();
  const sent = await issueChallenge(token, { resend: true, visitor: await currentVisitor() });
  // A page that answers a form is posted once more when it is loaded again, and another code would be sent.
  if (sent.ok && !(await isScripted())) redirect(withNotice(paths.verifyEmailCode, "resent"));
  // The page shows when the newest code runs out, or that there is none.
  refresh();
  if (sent.ok) return resentAt(sent.value.sentAt, byEmail, await currentLanguage());
  if (sent.code === "not-open") return departFromEnded();
  if (sent.code === "method-not-usable") return departFromMethod();
  if (sent.code === "too-many") return tooMany(form, sent, byEmail.tooMany);
  // The way on stands under the form, and is not said twice.
  if (sent.code === "no-sends-left") return refusedForm(form, byEmail.noneSent);
  const { pending } = await currentPendingLogin();
  return refusedForm(
    form,
    hasOtherWays(pending) ? byEmail.undelivered.besideOthers : byEmail.undelivered.alone,
  );
}
