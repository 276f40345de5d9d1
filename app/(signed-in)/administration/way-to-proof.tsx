import { PageLink } from "@/components/page-link";
import { now } from "@/lib/kernel/clock";
import { type Actor, freshly } from "@/lib/sessions/actor";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { stepUpFor } from "@/lib/web/step-up";

/** What the page says where a proof is missing: that of an old login, and, where it counts, a second step of one's own. */
type Hints = { proveHint: string; ownStepHint?: string };

/**
 * What is missing of the proof of `by`, and the way to it; nothing where it is whole. A fresh proof is given in a tab of
 * its own: what was typed into the form stays where it is.
 */
export async function wayToProof(by: Actor, { proveHint, ownStepHint }: Hints, returnTo: string) {
  const { login, resetTwoFactor } = await currentWords();
  if (ownStepHint && by.lacksSecondStep) {
    return (
      <>
        {ownStepHint} <PageLink href={paths.twoFactorLogin}>{resetTwoFactor.ownStepLink}</PageLink>
      </>
    );
  }
  return (
    !freshly(by, now()) && (
      <>
        {proveHint}{" "}
        <a
          href={stepUpFor(returnTo, "confirmed-in-tab")}
          target="_blank"
          rel="noopener"
          className="font-medium text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong"
        >
          {login.stepUp.inNewTab}
        </a>
      </>
    )
  );
}
