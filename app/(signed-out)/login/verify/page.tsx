import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth-card";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentPendingLogin } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { ChooseMethodForm } from "./form";
import { MethodOff } from "./method-off";
import { OtherWays } from "./other-ways";
import { firstPage } from "./pages";
import { Verified } from "./verified";

export async function generateMetadata() {
  const { pending } = await currentPendingLogin();
  return pageTitle((await currentWords()).login.choose.title, pending.organisationName);
}

type Props = { searchParams: Promise<AddressParameters> };

export default async function ChooseMethodPage({ searchParams }: Props) {
  const { notice } = await searchParams;
  const { pending } = await currentPendingLogin();
  if (pending.state === "verified") return <Verified pending={pending} />;
  if (pending.methods.length === 0) redirect(paths.verifyRecovery);
  // Whoever hears that a method is off sees what is left first.
  if (pending.methods.length === 1 && !notice) redirect(firstPage(pending));
  const { login } = await currentWords();
  return (
    <AuthCard
      name={pending.organisationName}
      title={login.choose.title}
      description={login.choose.description}
      footer={<OtherWays pending={pending} at="choose" />}
    >
      <MethodOff given={notice} />
      <ChooseMethodForm pending={pending} />
    </AuthCard>
  );
}
