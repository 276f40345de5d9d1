import { AuthCard } from "@/components/auth-card";
import { SubmitButton } from "@/components/submit-button";
import type { PendingLoginDescription } from "@/lib/two-factor/describe-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { continueAction } from "./actions";

/** For a login that was verified and cut off before it got inside: nothing has to be proven twice. */
export async function Verified({ pending }: { pending: PendingLoginDescription }) {
  const { verified } = (await currentWords()).login;
  return (
    <AuthCard name={pending.organisationName} title={verified.title} description={verified.description}>
      <form action={continueAction} className="grid">
        <SubmitButton wide>{verified.submit}</SubmitButton>
      </form>
    </AuthCard>
  );
}
