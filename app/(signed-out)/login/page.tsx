import { redirect } from "next/navigation";
import { Anchor } from "@/components/anchor";
import { AuthCard } from "@/components/auth-card";
import { Notice } from "@/components/notice";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentSession } from "@/lib/web/current";
import { isLoginUnderWay } from "@/lib/web/current-pending-login";
import { currentWords } from "@/lib/web/current-words";
import { followedBesideOther } from "@/lib/web/followed-link";
import { pageTitle } from "@/lib/web/page-title";
import { paths, safeReturn } from "@/lib/web/paths";
import { isFormBack } from "@/lib/web/request-scope";
import { LoggedInHere } from "../logged-in-here";
import { BesideDemoLogins } from "./demo-logins";
import { LogInForm } from "./form";

export const generateMetadata = async () => pageTitle((await currentWords()).login.title);

type Props = { searchParams: Promise<AddressParameters> };

export default async function LogInPage({ searchParams }: Props) {
  const { next, notice } = await searchParams;
  const returnTo = safeReturn(next);
  // A form that came back says first what is wrong with it, also to whom another tab has logged in meanwhile.
  if (!isFormBack() && (await currentSession())) {
    const followed = notice === "password-changed" ? await followedBesideOther() : undefined;
    return followed ? <PasswordOf {...followed} /> : redirect(returnTo);
  }
  const { login, general } = await currentWords();
  const told = typeof notice === "string" && Object.hasOwn(login.notices, notice) ? notice : undefined;
  return (
    <BesideDemoLogins>
      <AuthCard name={general.product} title={login.title}>
        {told && <Notice id="told">{login.notices[told as keyof typeof login.notices]}</Notice>}
        {/* An app that the phone has closed meanwhile opens here, and not where it was. */}
        {(await isLoginUnderWay()) && (
          <Notice announced={false} actions={<Anchor href={paths.verify}>{login.underWay.link}</Anchor>}>
            {login.underWay.text}
          </Notice>
        )}
        <LogInForm returnTo={returnTo} toldBy={told && "told"} />
      </AuthCard>
    </BesideDemoLogins>
  );
}

/** Where a reset leads in a browser in which somebody else is logged in. */
async function PasswordOf({ owner, other }: { owner: string; other: string }) {
  const { login, general, accountLinks } = await currentWords();
  return (
    <AuthCard name={general.product} title={login.title}>
      <LoggedInHere done={accountLinks.resetPassword.changedOf(owner)} other={other} />
    </AuthCard>
  );
}
