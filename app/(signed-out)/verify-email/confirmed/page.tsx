import { AnchorButton } from "@/components/anchor-button";
import { AuthCard } from "@/components/auth-card";
import { Notice } from "@/components/notice";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentSession } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { followedBesideOther } from "@/lib/web/followed-link";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { LoggedInHere } from "../../logged-in-here";

export async function generateMetadata() {
  return pageTitle((await currentWords()).accountLinks.verifyEmail.confirmed);
}

type Props = { searchParams: Promise<AddressParameters> };

/** Where "Verify" leads. An address of its own: the link's page says "confirmed already" from now on. */
export default async function EmailConfirmedPage({ searchParams }: Props) {
  const session = await currentSession();
  const followed = await followedBesideOther();
  const { accountLinks, general } = await currentWords();
  return (
    <AuthCard
      name={(!followed && session?.organisation.name) || general.product}
      title={accountLinks.verifyEmail.confirmed}
      description={accountLinks.verifyEmail.confirmedNext}
    >
      {(await searchParams).notice === "password-stays" && (
        <Notice tone="warning">{accountLinks.verifyEmail.passwordStays}</Notice>
      )}
      {followed ? (
        <LoggedInHere done={accountLinks.verifyEmail.confirmedOf(followed.owner)} other={followed.other} />
      ) : (
        <AnchorButton href={session ? paths.home : paths.login} variant="primary" wide>
          {session ? accountLinks.home : accountLinks.logIn}
        </AnchorButton>
      )}
    </AuthCard>
  );
}
