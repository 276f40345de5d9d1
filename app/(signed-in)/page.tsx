import { MonitorSmartphone, ShieldCheck, UserRound } from "lucide-react";
import { PageHeader } from "@/components/page-header";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { administrationLinks } from "./administration-links";
import { HomeLinks } from "./home-links";
import { UnsavedCodesHint } from "./unsaved-codes-hint";

export async function generateMetadata() {
  const { session } = await signedIn();
  return pageTitle((await currentWords()).home.title(session.user.name));
}

/** What somebody who is logged in can do; what they should do first, the frame says on every page. */
export default async function HomePage() {
  const { actor, session } = await signedIn();
  const words = await currentWords();
  const { home, navigation, mySettings, twoFactor } = words;
  return (
    <>
      <PageHeader title={home.title(actor.name)} />
      <UnsavedCodesHint session={session} />
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
