import { AuthCard } from "@/components/auth-card";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentPendingLogin, departFromMethod } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { OtherWays } from "../other-ways";
import { refusedBefore } from "../refused-code";
import { Verified } from "../verified";
import { AuthenticatorCodeForm } from "./form";

export async function generateMetadata() {
  const { pending } = await currentPendingLogin();
  return pageTitle((await currentWords()).login.byAuthenticator.title, pending.organisationName);
}

type Props = { searchParams: Promise<AddressParameters> };

export default async function AuthenticatorCodePage({ searchParams }: Props) {
  const { notice } = await searchParams;
  const { pending } = await currentPendingLogin();
  if (pending.state === "verified") return <Verified pending={pending} />;
  if (!pending.methods.includes("authenticator")) return departFromMethod();
  const { login } = await currentWords();
  return (
    <AuthCard
      name={pending.organisationName}
      title={login.byAuthenticator.title}
      description={login.byAuthenticator.description(pending.issuer)}
      footer={<OtherWays pending={pending} at="authenticator" />}
    >
      <AuthenticatorCodeForm initial={refusedBefore("authenticator", notice, pending, login)} />
    </AuthCard>
  );
}
