import { Tabs } from "@/components/tabs";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** The tabs of My settings. */
export default async function MySettingsLayout({ children }: { children: React.ReactNode }) {
  const { mySettings, twoFactor } = await currentWords();
  return (
    <>
      <div className="no-print grid gap-2">
        <p className="text-sm text-muted">{mySettings.title}</p>
        <Tabs
          label={mySettings.title}
          tabs={[
            { href: paths.mySettings, text: mySettings.profile.title },
            { href: paths.twoFactorLogin, text: twoFactor.title },
            { href: paths.sessions, text: mySettings.sessions.title },
          ]}
        />
      </div>
      {children}
    </>
  );
}
