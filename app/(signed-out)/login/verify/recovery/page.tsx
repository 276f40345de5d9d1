import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth-card";
import { currentPendingLogin } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { OtherWays } from "../other-ways";
import { Verified } from "../verified";
import { RecoveryCodeForm } from "./form";

export async function generateMetadata() {
  const { pending } = await currentPendingLogin();
  return pageTitle((await currentWords()).login.byRecoveryCode.title, pending.organisationName);
}

export default async function RecoveryCodePage() {
  const { pending } = await currentPendingLogin();
  if (pending.state === "verified") return <Verified pending={pending} />;
  if (!pending.takesRecoveryCodes) redirect(paths.verify);
  const { login, general } = await currentWords();
  return (
    <AuthCard
      name={pending.organisationName}
      title={login.byRecoveryCode.title}
      description={login.byRecoveryCode.description}
      footer={<OtherWays pending={pending} at="recovery" />}
    >
      <RecoveryCodeForm
        words={{
          form: general.form,
          label: login.byRecoveryCode.label,
          hint: login.byRecoveryCode.hint,
          submit: login.code.submit,
        }}
      />
    </AuthCard>
  );
}
