import { currentWords } from "@/lib/web/current-words";
import { stepUpFor } from "@/lib/web/step-up";

/** The way to a fresh proof, in a tab of its own: what was typed into the form stays where it is. */
export async function ProofLink({ hint, returnTo }: { hint: string; returnTo: string }) {
  const { login } = await currentWords();
  return (
    <>
      {hint}{" "}
      <a
        href={stepUpFor(returnTo, "confirmed-in-tab")}
        target="_blank"
        rel="noopener"
        className="font-medium text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong"
      >
        {login.stepUp.inNewTab}
      </a>
    </>
  );
}
