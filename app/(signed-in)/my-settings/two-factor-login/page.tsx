import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { usableMethods } from "@/lib/two-factor/policy";
import { currentWords } from "@/lib/web/current-words";
import { signedIn } from "@/lib/web/permit";
import { NoticeFromAddress } from "../../notice-from-address";
import { BrowsersPanel } from "./browsers-panel";
import { MethodsPanel } from "./methods-panel";
import { PreferredForm } from "./preferred-form";
import { UnsavedCodes } from "./unsaved-codes";

type Props = { searchParams: Promise<AddressParameters> };

export async function generateMetadata() {
  return { title: (await currentWords()).twoFactor.title };
}

/** How one proves the second step, and everything that can be changed about it. */
export default async function TwoFactorLoginPage({ searchParams }: Props) {
  const { actor } = await signedIn();
  const { twoFactor } = await currentWords();
  const methods = await describeMethods(actor.userId);
  const { notice, browser } = await searchParams;

  if (!methods.switchedOn) {
    return (
      <div className="grid max-w-3xl gap-6">
        <PageHeader title={twoFactor.title} />
        {/* What was done before is not so any more; what was refused just now is. */}
        <NoticeFromAddress given={notice} sentences={{}} troubles={twoFactor.troubles} />
        <Notice title={twoFactor.switchedOff.title} announced={false}>
          {twoFactor.switchedOff.text(actor.organisationName)}{" "}
          {methods.authenticatorEnabledAt && twoFactor.switchedOff.kept}
        </Notice>
      </div>
    );
  }
  const usable = usableMethods(methods);
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={twoFactor.title} description={twoFactor.description} />
      <NoticeFromAddress given={notice} sentences={twoFactor.notices} troubles={twoFactor.troubles} />
      {usable.includes("authenticator") && !methods.recoveryCodesSaved && <UnsavedCodes actor={actor} />}
      <MethodsPanel actor={actor} methods={methods} />
      {/* With a new notice it begins anew: what it answered before that is no longer the newest. */}
      {usable.length > 1 && (
        <PreferredForm key={`${notice} ${browser}`} usable={usable} preferred={methods.preferredMethod} />
      )}
      <BrowsersPanel actor={actor} />
    </div>
  );
}
