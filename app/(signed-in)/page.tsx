import { MonitorSmartphone, ShieldCheck, UserRound } from "lucide-react";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { administrationLinks } from "./administration-links";
import { HomeLinks } from "./home-links";
import { MissingMethod } from "./missing-method";

export async function generateMetadata() {
  const { session } = await signedIn();
  return pageTitle((await currentWords()).home.title(session.user.name));
}

/** What somebody who is logged in can do, and what they should do first. */
export default async function HomePage() {
  const { actor, session } = await signedIn();
  const words = await currentWords();
  const { home, navigation, mySettings, twoFactor, login } = words;
  return (
    <>
      <PageHeader title={home.title(actor.name)} />
      <MissingMethod session={session} />
      {session.method === "recovery-code" && (
        <Notice announced={false}>
          {login.recoveryCodeUsed((await describeMethods(actor.userId)).recoveryCodesLeft)}{" "}
          <TextLink href={paths.twoFactorLogin}>{home.recoveryCodes}</TextLink>
        </Notice>
      )}
      <HomeLinks title={navigation.administration} links={administrationLinks(actor.role, words)} />
      <HomeLinks
        title={home.yours}
        links={[
          {
            href: paths.mySettings,
            text: mySettings.profile.title,
            icon: <UserRound />,
            about: home.profile,
          },
          {
            href: paths.twoFactorLogin,
            text: twoFactor.title,
            icon: <ShieldCheck />,
            about: home.twoFactorLogin,
          },
          {
            href: paths.sessions,
            text: mySettings.sessions.title,
            icon: <MonitorSmartphone />,
            about: home.sessions,
          },
        ]}
      />
    </>
  );
}
