import type { Metadata } from "next";
import { AppShell } from "@/components/app-shell";
import { FormOwner } from "@/components/form-owner";
import { InstallHint } from "@/components/install-hint";
import { NotFromMemory } from "@/components/not-from-memory";
import { currentWords } from "@/lib/web/current-words";
import { titleTemplate } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";
import { signedIn } from "@/lib/web/permit";
import { AccountMenu } from "./account-menu";
import { AfterLogin } from "./after-login";
import { FrameNotice } from "./frame-notice";
import { MainNavigation } from "./main-navigation";
import { OfflineReady } from "./offline-ready";

export async function generateMetadata(): Promise<Metadata> {
  const { session } = await signedIn();
  return { title: await titleTemplate(session.organisation.name) };
}

/** The frame of whoever is logged in. Each page asks for itself who that is: a frame is not drawn anew for each. */
export default async function SignedInLayout({ children }: { children: React.ReactNode }) {
  const { actor, session } = await signedIn();
  const { login, theApp } = await currentWords();
  return (
    <AppShell
      name={session.organisation.name}
      homeHref={paths.home}
      navigation={<MainNavigation role={session.user.role} />}
      account={<AccountMenu name={session.user.name} email={session.user.email} />}
    >
      <FrameNotice words={login.stepUp.notices} />
      <AfterLogin actor={actor} session={session} />
      <FormOwner id={session.user.id}>{children}</FormOwner>
      <InstallHint words={theApp.install} />
      <OfflineReady />
      <NotFromMemory />
    </AppShell>
  );
}
