import { AuthCard } from "@/components/auth-card";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentPendingLogin, departFromMethod } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { MethodOff } from "../method-off";
import { OtherWays } from "../other-ways";
import { refusedBefore } from "../refused-code";
import { Verified } from "../verified";
import { RecoveryCodeForm } from "./form";

export async function generateMetadata() {
  const { pending } = await currentPendingLogin();
  return pageTitle((await currentWords()).login.byRecoveryCode.title, pending.organisationName);
}

type Props = { searchParams: Promise<AddressParameters> };

export default async function RecoveryCodePage({ searchParams }: Props) {
  const { notice } = await searchParams;
  const { pending } = await currentPendingLogin();
  if (pending.state === "verified") return <Verified pending={pending} />;
  if (!pending.takesRecoveryCodes) return departFromMethod();
  const { login } = await currentWords();
  return (
    <AuthCard
      name={pending.organisationName}
      title={login.byRecoveryCode.title}
      description={login.byRecoveryCode.description}
      footer={<OtherWays pending={pending} at="recovery" />}
    >
      <MethodOff given={notice} />
      <RecoveryCodeForm initial={refusedBefore("recovery-code", notice, pending, login)} />
    </AuthCard>
  );
}
