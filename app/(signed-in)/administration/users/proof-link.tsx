import { currentWords } from "@/lib/web/current-words";
import { paths, returningTo } from "@/lib/web/paths";

/** The way to a fresh proof, in a tab of its own: what was typed into the form stays where it is. */
export async function ProofLink({ hint, returnTo }: { hint: string; returnTo: string }) {
  const { users } = await currentWords();
  return (
    <>
      {hint}{" "}
      <a
        href={returningTo(paths.stepUp, returnTo)}
        target="_blank"
        rel="noopener"
        className="font-medium text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong"
      >
        {users.form.prove}
      </a>
    </>
  );
}
