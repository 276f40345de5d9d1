import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth-card";
import { currentSession } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths, returningTo, safeReturn } from "@/lib/web/paths";
import { StepUpForm } from "./form";

export const generateMetadata = async () => pageTitle((await currentWords()).login.stepUp.title);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StepUpPage({ searchParams }: Props) {
  const returnTo = safeReturn((await searchParams).next);
  const session = await currentSession();
  if (!session) redirect(returningTo(paths.login, returnTo));
  const { login, general } = await currentWords();
  return (
    <AuthCard
      name={session.organisation.name}
      title={login.stepUp.title}
      description={login.stepUp.description}
    >
      <StepUpForm
        returnTo={returnTo}
        email={session.user.email}
        words={{
          form: general.form,
          password: login.password,
          showPassword: login.showPassword,
          submit: login.stepUp.submit,
        }}
      />
    </AuthCard>
  );
}
