/** What stands at the code that was refused: the same for every method, but for the sentences. */
import type { InvalidForm } from "@/components/form-state";
import type { ProofRefusal } from "@/lib/two-factor/judge-proof";
import type { ProofMethod } from "@/lib/two-factor/method";
import type { Words } from "@/lib/words/words";

type Login = Words["login"];

/** What is left of the login that the code was for. */
type Left = { triesLeft: number; sendsLeft: number };

/** Why a code was refused that was given as a proof by `method`. */
export function refusedCode(
  method: ProofMethod,
  refusal: ProofRefusal,
  { triesLeft, sendsLeft }: Left,
  login: Login,
): string {
  const { lastRunOut, lastUsedAlready } = login.byEmail;
  // Nobody is told to press a button that is refused.
  if (method === "email" && sendsLeft === 0 && refusal === "run-out") return lastRunOut;
  if (method === "email" && sendsLeft === 0 && refusal === "used-already") return lastUsedAlready;
  return sentences(login)[method][refusal](triesLeft);
}

/** As {@link refusedCode}, for a page that the refusal has led to; `notice` is what its address says, if it says one. */
export function refusedBefore(
  method: ProofMethod,
  notice: unknown,
  left: Left,
  login: Login,
): InvalidForm | undefined {
  const refusal = (Object.keys(sentences(login)[method]) as ProofRefusal[]).find((each) => each === notice);
  return (
    refusal && { status: "invalid", values: {}, errors: { code: refusedCode(method, refusal, left, login) } }
  );
}

/** A sentence for each way in which each method can be refused; what cannot happen to a method is "wrong". */
function sentences({ byEmail, byAuthenticator, byRecoveryCode }: Login) {
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
