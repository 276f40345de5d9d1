import { PageLink } from "@/components/page-link";
import { now } from "@/lib/kernel/clock";
import { type Actor, freshly } from "@/lib/sessions/actor";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { ProofLink } from "./proof-link";

/** What the page says where a proof is missing: that of an old login, and, where it counts, a second step of one's own. */
type Hints = { proveHint: string; ownStepHint?: string };

/** What is missing of the proof of `by`, and the way to it; nothing where it is whole. */
export async function wayToProof(by: Actor, { proveHint, ownStepHint }: Hints, returnTo: string) {
  if (ownStepHint && by.lacksSecondStep) {
    const { resetTwoFactor: words } = await currentWords();
    return (
      <>
        {ownStepHint} <PageLink href={paths.twoFactorLogin}>{words.ownStepLink}</PageLink>
      </>
    );
  }
  return !freshly(by, now()) && <ProofLink hint={proveHint} returnTo={returnTo} />;
}
