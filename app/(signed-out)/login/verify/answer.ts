/** Answers the second step with what was typed: the same for every method, but for the sentences. */
import "server-only";
import type { FormState } from "@/components/form-state";
import { completeLogin } from "@/lib/login/complete-login";
import type { ProofMethod } from "@/lib/two-factor/method";
import { pendingToken } from "@/lib/web/cookies";
import { currentPendingLogin, departFromEnded, departFromMethod } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { enter } from "@/lib/web/enter";
import { safeReturn } from "@/lib/web/paths";
import { readCode } from "@/lib/web/read-code";
import { invalidField } from "@/lib/web/read-form";
import { tooMany } from "@/lib/web/too-many";
import { currentVisitor } from "@/lib/web/visitor";
import type { Words } from "@/lib/words/words";

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
  // Only now, because to know the reader's language costs a look at the pending login.
  const { login } = await currentWords();
  if (method === "email" && (answered.code === "run-out" || answered.code === "used-already")) {
    const { pending } = await currentPendingLogin();
    // Nobody is told to press a button that is refused.
    if (pending.sendsLeft === 0) {
      const { lastRunOut, lastUsedAlready } = login.byEmail;
      return invalidField(form, "code", answered.code === "run-out" ? lastRunOut : lastUsedAlready);
    }
  }
  return invalidField(form, "code", sentences(login)[method][answered.code](answered.triesLeft));
}

/** A sentence for each way in which each method can be refused; what cannot happen to a method is "wrong". */
function sentences({ byEmail, byAuthenticator, byRecoveryCode }: Words["login"]) {
  return {
    email: {
      wrong: byEmail.wrong,
      replaced: byEmail.replaced,
      "run-out": byEmail.runOut,
      "used-already": byEmail.usedAlready,
      "clock-off": byEmail.wrong,
    },
    authenticator: {
      wrong: byAuthenticator.wrong,
      replaced: byAuthenticator.wrong,
      "run-out": byAuthenticator.wrong,
      "used-already": byAuthenticator.usedAlready,
      "clock-off": byAuthenticator.clockOff,
    },
    "recovery-code": {
      wrong: byRecoveryCode.wrong,
      replaced: byRecoveryCode.wrong,
      "run-out": byRecoveryCode.wrong,
      "used-already": byRecoveryCode.usedAlready,
      "clock-off": byRecoveryCode.wrong,
    },
  };
}
