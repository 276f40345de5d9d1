import { Anchor } from "@/components/anchor";
import { AuthCard } from "@/components/auth-card";
import { Notice } from "@/components/notice";
import { TextButton } from "@/components/text-button";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentSession, isProofDue } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths, safeReturn } from "@/lib/web/paths";
import { logInFirst } from "@/lib/web/permit";
import { leavingStepUp } from "@/lib/web/step-up";
import { StepUpForm } from "./form";

export const generateMetadata = async () => pageTitle((await currentWords()).login.stepUp.title);

type Props = { searchParams: Promise<AddressParameters> };

export default async function StepUpPage({ searchParams }: Props) {
  const { next, notice } = await searchParams;
  const returnTo = safeReturn(next);
  const session = await currentSession();
  if (!session) return logInFirst(returnTo);
  const { login, navigation } = await currentWords();
  const { ended } = login.stepUp;
  const told = typeof notice === "string" && Object.hasOwn(ended, notice) ? notice : undefined;
  // Whoever owes a second step has no page to go back to: the way out is to log out.
  const isDue = isProofDue(session);
  return (
    <AuthCard
      name={session.organisation.name}
      title={login.stepUp.title}
      description={isDue ? login.stepUp.dueDescription : login.stepUp.description}
      footer={
        isDue ? (
          <form action={paths.logOut} method="post">
            <TextButton>{navigation.logOut}</TextButton>
          </form>
        ) : (
          <Anchor href={leavingStepUp(returnTo)}>{login.stepUp.cancel}</Anchor>
        )
      }
    >
      {told && <Notice id="told">{ended[told as keyof typeof ended]}</Notice>}
      <StepUpForm returnTo={returnTo} email={session.user.email} toldBy={told && "told"} />
    </AuthCard>
  );
}
