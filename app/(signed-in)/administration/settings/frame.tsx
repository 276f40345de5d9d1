import { PageHeader } from "@/components/page-header";
import { Tabs } from "@/components/tabs";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** The heading and the tabs that all settings share. */
export async function SettingsFrame({ title, children }: { title: string; children: React.ReactNode }) {
  const { settings } = await currentWords();
  return (
    <>
      <PageHeader title={title} />
      <Tabs
        label={settings.tabs.label}
        tabs={[
          { href: paths.settings, text: settings.tabs.general },
          { href: paths.security, text: settings.tabs.security },
        ]}
      />
      {children}
    </>
  );
}
