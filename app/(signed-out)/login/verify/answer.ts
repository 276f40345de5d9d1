/** Answers the second step with what was typed: the same for every method, but for the sentences. */
import "server-only";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/form-state";
import { completeLogin } from "@/lib/login/complete-login";
import type { ProofMethod } from "@/lib/two-factor/method";
import { pendingToken } from "@/lib/web/cookies";
import { currentPendingLogin, departFromEnded, departFromMethod } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { enter } from "@/lib/web/enter";
import { safeReturn, withNotice } from "@/lib/web/paths";
import { readCode } from "@/lib/web/read-code";
import { invalidField } from "@/lib/web/read-form";
import { isScripted } from "@/lib/web/scripted";
import { tooMany } from "@/lib/web/too-many";
import { currentVisitor } from "@/lib/web/visitor";
import { pageOf } from "./pages";
import { refusedCode } from "./refused-code";

/** Judges the field `code` of `form` as a proof by `method`, and goes inside when it is right. */
export async function answer(method: ProofMethod, form: FormData): Promise<FormState> {
  const code = readCode(form, method);
  if (!code.ok) return invalidField(form, "code", code.sentence((await currentWords()).login));

  const token = await pendingToken();
  if (!token) return departFromEnded();
  const answered = await completeLogin(token, method, code.value, await currentVisitor());
  if (answered.ok) return enter(token, safeReturn(answered.value.returnTo), answered.value.redeemed);
  // A second press of the same button: the first one has opened the door, or is about to.
  if (answered.code === "not-open" && (answered.state === "verified" || answered.state === "redeemed"))
    return enter(token, safeReturn(answered.returnTo));
  if (answered.code === "not-open" || answered.code === "no-tries-left") return departFromEnded();
  if (answered.code === "too-many") return tooMany(form, answered);
  if (answered.code === "method-not-usable") return departFromMethod();
  // A page that answers a form is posted once more when it is loaded again, and that would cost another try.
  if (!(await isScripted())) redirect(withNotice(pageOf[method], answered.code));
  // Only now, because to know the reader's language costs a look at the pending login.
  const [{ login }, { pending }] = [await currentWords(), await currentPendingLogin()];
  const { triesLeft } = answered;
  return invalidField(form, "code", refusedCode(method, answered.code, { ...pending, triesLeft }, login));
}
